import { DETAIL_WORDS } from './vocabulary-details.js';
import type { VocabularyEntry } from './vocabulary-figures.js';

/** Parts of a workforce, and the whole of it. */
export const GROUP_WORDS: readonly VocabularyEntry[] = [
  {
    terms: `男性 | 男 | 男子 | 男性社員 | 男性従業員 | 男性のみ | male | males | men | man | male employees | ชาย |
      ผู้ชาย | เพศชาย | พนักงานชาย`,
    means: { t: 'group', dimension: 'sex', id: 'male' },
  },
  { terms: 'm', means: { t: 'group', dimension: 'sex', id: 'male' }, position: 'before-mark' },
  { terms: 'm', means: { t: 'group', dimension: 'sex', id: 'male' }, position: 'before-number' },
  { terms: 'f', means: { t: 'group', dimension: 'sex', id: 'female' }, position: 'before-mark' },
  { terms: 'f', means: { t: 'group', dimension: 'sex', id: 'female' }, position: 'before-number' },
  {
    terms: `女性 | 女 | 女子 | 女性社員 | 女性従業員 | 女性のみ | female | females | women | woman |
      female employees | หญิง | ผู้หญิง | เพศหญิง | พนักงานหญิง`,
    means: { t: 'group', dimension: 'sex', id: 'female' },
  },
  {
    terms: `管理職 | 管理監督者 | 管理者 | マネージャー | 役職者 | manager | managers | management | ผู้บริหาร |
      ผู้จัดการ | หัวหน้างาน`,
    means: { t: 'group', dimension: 'role', id: 'managers' },
  },
  {
    terms: `一般職 | 一般社員 | 非管理職 | 一般従業員 | 非役職者 | non managers | non managerial | non management`,
    means: { t: 'group', dimension: 'role', id: 'non-managers' },
  },
  {
    terms: '役員 | 経営層 | executives | directors',
    means: { t: 'group', dimension: 'role', id: 'executives' },
  },
  {
    terms:
      '正社員 | 正規 | 正規社員 | 正規雇用 | 正職員 | regular employees | permanent employees | พนักงานประจำ',
    means: { t: 'group', dimension: 'contract', id: 'regular' },
  },
  {
    terms: `非正規 | 非正規社員 | 非正規雇用 | 契約社員 | 嘱託 | 嘱託社員 | パート | パートタイマー | アルバイト | 派遣社員 | 非正社員 |
      non regular employees | contract employees | part time employees | part timers |
      temporary employees | พนักงานสัญญาจ้าง | พนักงานชั่วคราว`,
    means: { t: 'group', dimension: 'contract', id: 'non-regular' },
  },
  {
    terms: '若年層 | 若年者 | 若年社員 | young employees | พนักงานอายุน้อย',
    means: { t: 'group', dimension: 'people', id: 'young' },
  },
  {
    terms: '組合員 | 労働組合員 | union members | สมาชิกสหภาพแรงงาน',
    means: { t: 'group', dimension: 'contract', id: 'union-members' },
  },
  {
    terms:
      '国内 | 日本 | 日本国内 | 国内グループ | 国内従業員 | 国内社員 | domestic | in japan | japan | ในประเทศ',
    means: { t: 'group', dimension: 'place', id: 'domestic' },
  },
  {
    terms: '海外 | 海外拠点 | 海外従業員 | 海外社員 | 海外グループ | overseas | abroad | ต่างประเทศ',
    means: { t: 'group', dimension: 'place', id: 'overseas' },
  },
  {
    terms:
      'タイ | タイ国内 | タイ拠点 | タイ従業員 | thailand | in thailand | ประเทศไทย | ในประเทศไทย',
    means: { t: 'group', dimension: 'place', id: 'thailand' },
  },
  {
    terms: '本社 | 本店 | head office | headquarters | สำนักงานใหญ่',
    means: { t: 'group', dimension: 'place', id: 'head-office' },
  },
  {
    terms:
      '工場 | 製造 | 製造部門 | 製造現場 | 生産部門 | plant | plants | factory | factories | โรงงาน | ฝ่ายผลิต',
    means: { t: 'group', dimension: 'place', id: 'plants' },
  },
  {
    terms: '営業 | 営業職 | 営業部門 | 営業所 | sales | ฝ่ายขาย',
    means: { t: 'group', dimension: 'place', id: 'sales' },
  },
  {
    terms: '単体 | 本体 | 単独 | 提出会社 | non consolidated | parent company | standalone',
    means: { t: 'group', dimension: 'place', id: 'parent-company' },
  },
  {
    terms: `連結 | グループ全体 | グループ会社 | グループ各社 | グループ連結 | グループ | consolidated | group companies |
      group wide | กลุ่มบริษัท`,
    means: { t: 'group', dimension: 'place', id: 'group-companies' },
  },
  {
    terms: `被扶養者 | 配偶者 | 家族 | 被扶養配偶者 | 扶養家族 | dependants | dependents | spouses | spouse |
      family members | คู่สมรส | ครอบครัว`,
    means: { t: 'group', dimension: 'people', id: 'dependants' },
  },
  {
    terms: `新入社員 | 新卒 | 新卒社員 | 新卒入社3年後 | 入社3年後 | 新卒3年 | 新卒者 | 新規採用者 | 入社3年以内 | 新卒3年以内 | 入社3年 |
      新卒入社3年以内 | 新卒3年後 | 3年以内 | 入社1年以内 | 若手 | 若手社員 | new hires | new graduates | new graduate | within 3 years | within three years | new recruits |
      new employees | พนักงานใหม่`,
    means: { t: 'group', dimension: 'people', id: 'new-hires' },
  },
  {
    terms: `全体 | 合計 | 総計 | 計 | 全社 | トータル | 男女 | 男女計 | 男女とも | 男女合計 | 男女共 | 全社平均 | 総合 | total |
      overall | all employees | whole company | company wide | entire company | all | รวม |
      ทั้งหมด | ทั้งบริษัท | ทั้งองค์กร | ภาพรวม | โดยรวม`,
    means: { t: 'whole' },
  },
  ...DETAIL_WORDS,
];
