import type { TopicEntry } from '../catalogue/types.js';
import type { LIFESTYLE_INDICATORS } from './indicators-lifestyle.js';
import { prevailing } from './readings.js';

type Id = keyof typeof LIFESTYLE_INDICATORS | 'programme-participation';

export const LIFESTYLE_TOPICS = {
  smoking: {
    rank: 30,
    terms: `喫煙 | 喫煙者 | 習慣的喫煙 | 習慣的喫煙者 | 習慣喫煙者 | 喫煙習慣 | 喫煙している | 喫煙する | たばこを吸う | タバコを吸う | 煙草を吸う | たばこを吸っている | タバコを吸っている | たばこ喫煙 |
      smoking | smoker | smokers | smoke | smokes | tobacco use | tobacco users |
      cigarette smoking | cigarette smokers | สูบบุหรี่ | ผู้สูบบุหรี่ | การสูบบุหรี่`,
    opposite: `非喫煙 | 非喫煙者 | 喫煙しない | 喫煙していない | たばこを吸わない | タバコを吸わない | 煙草を吸わない | ノンスモーカー | タバコを吸っていない |
      たばこを吸っていない | non smoking | non smoker | non smokers | nonsmoking | nonsmoker | nonsmokers |
      do not smoke | don't smoke | does not smoke | not smoking | ไม่สูบบุหรี่ | ปลอดบุหรี่ |
      ผู้ไม่สูบบุหรี่ | ผู้ที่ไม่สูบบุหรี่`,
    readings: prevailing('smoking-rate'),
  },
  cessation: {
    rank: 33,
    terms: `禁煙 | 禁煙者 | 卒煙 | 卒煙者 | 禁煙成功者 | 禁煙成功 | 全社員禁煙化 | 禁煙化 | quit smoking | smoking cessation |
      quitting smoking | เลิกบุหรี่ | เลิกสูบบุหรี่`,
    // A rate of quitting, or of not smoking: the word alone does not say.
    readings: {
      none: 'unclear',
      share: 'unclear',
      achievement: 'unclear',
      participation: 'programme-participation',
    },
  },
  'second-hand-smoke': {
    rank: 44,
    terms: `受動喫煙 | 喫煙所 | 喫煙室 | 喫煙スペース | 喫煙可能 | 敷地内禁煙 | 就業時間内禁煙 | 就業時間中禁煙 | second hand smoke |
      secondhand smoke | passive smoking | smoking area | smoking areas | smoking room |
      smoke free | ควันบุหรี่มือสอง | เขตปลอดบุหรี่ | เขตสูบบุหรี่ | ห้องสูบบุหรี่`,
    readings: {},
  },
  exercise: {
    rank: 30,
    terms: `運動習慣 | 運動習慣者 | 運動習慣のある | 運動習慣がある | 運動習慣を持つ | 運動習慣保有者 | 運動の習慣 | 運動実施 | 運動実施者 | 運動者 | 運動を実施 |
      定期的な運動 | 習慣的な運動 | 日常的な運動 | 運動している | 運動する | 運動を行う | 運動を行っている | 運動をしている | 運動をする | 運動を習慣 |
      以上の運動 | exercise habit | exercise habits | regular exercise | exercise regularly |
      exercises regularly | regularly exercise | exercising regularly | regular exercisers | exercising | exercises |
      regular physical activity | physical activity | physically active | exercise | ออกกำลังกาย |
      ออกกำลังกายสม่ำเสมอ | ออกกำลังกายอย่างสม่ำเสมอ | ออกกำลังกายเป็นประจำ | กิจกรรมทางกาย`,
    opposite: `運動不足 | 運動不足者 | 運動習慣のない | 運動習慣がない | 運動習慣なし | 運動習慣無し | 運動していない | 運動をしていない |
      no exercise habit | no exercise habits | physically inactive | insufficient exercise |
      lack of exercise | ไม่ออกกำลังกาย | ขาดการออกกำลังกาย`,
    readings: { ...prevailing('exercise-habit'), participation: 'exercise-habit' },
  },
  sport: {
    rank: 8,
    terms: '運動',
    readings: { none: 'unclear', share: 'unclear', participation: 'unclear' },
  },
  steps: {
    rank: 30,
    terms:
      '歩数 | 平均歩数 | 1日平均歩数 | 1日の平均歩数 | daily steps | steps | จำนวนก้าว | ก้าวเดิน',
    readings: { none: 'daily-steps', count: 'daily-steps' },
  },
  'healthy-weight': {
    rank: 32,
    terms: `適正体重 | 適正体重者 | 適正体重維持 | 適正体重維持者 | 適性体重 | 適性体重維持者 | 普通体重 | 標準体重 | 健康体重 | 適正bmi |
      bmi適正 | bmi適正者 | bmi標準 | bmi正常 | bmi適正範囲 | bmi正常範囲 | bmi標準範囲 | bmi適正値 | 体重適正 | 適正体重を維持 | bmi18.5〜25 | bmi18.5〜25未満 |
      bmi18.5〜24.9 | bmi18.5以上25未満 | bmi18.5以上25.0未満 | bmiが18.5以上25未満 | bmi18.5-24.9 |
      bmi18.5-25 | bmi 18.5-24.9 | bmi of 18.5-24.9 | healthy weight | appropriate weight |
      appropriate body weight | normal weight | normal body weight | proper weight |
      proper body weight | optimal weight | ideal weight | healthy body weight | normal bmi |
      healthy bmi | bmi in normal range | desirable weight | น้ำหนักตามเกณฑ์ | น้ำหนักปกติ |
      น้ำหนักเหมาะสม | น้ำหนักที่เหมาะสม | น้ำหนักอยู่ในเกณฑ์ | น้ำหนักอยู่ในเกณฑ์ปกติ |
      น้ำหนักอยู่ในเกณฑ์มาตรฐาน | น้ำหนักตัวปกติ | น้ำหนักมาตรฐาน | ดัชนีมวลกายปกติ |
      ดัชนีมวลกายอยู่ในเกณฑ์ปกติ | ค่าดัชนีมวลกายปกติ | bmi ปกติ | bmi อยู่ในเกณฑ์ปกติ`,
    readings: prevailing('healthy-weight'),
  },
  obesity: {
    rank: 30,
    terms: `肥満 | 肥満者 | 肥満該当者 | 過体重 | bmi25以上 | bmi 25以上 | bmi25以上者 | bmiが25以上 | obesity | obese |
      overweight | ภาวะอ้วน | โรคอ้วน | อ้วน | น้ำหนักเกิน | ภาวะน้ำหนักเกิน | น้ำหนักเกินเกณฑ์`,
    opposite: '非肥満 | 非肥満者 | non obese | ไม่อ้วน',
    readings: prevailing('obesity-rate'),
  },
  metabolic: {
    rank: 32,
    terms: `メタボリックシンドローム | メタボ | メタボリック | メタボ該当者 | メタボリックシンドローム該当者 | 内臓脂肪症候群 | メタボ予備群 | メタボ予備軍 |
      メタボ該当 | metabolic syndrome | อ้วนลงพุง | ภาวะอ้วนลงพุง | เมตาบอลิกซินโดรม`,
    opposite: '非メタボ | 非メタボリック',
    readings: prevailing('metabolic-syndrome'),
  },
  'lifestyle-disease-risk': {
    rank: 30,
    terms: `生活習慣病リスク者 | 生活習慣病リスク | 生活習慣病リスク保有者 | 生活習慣病ハイリスク者 | 生活習慣病予備群 | 生活習慣病 | 健康リスク者 |
      健康リスク保有者 | 健康リスク | ハイリスク者 | 高リスク者 | lifestyle disease risk | lifestyle disease |
      lifestyle diseases | lifestyle related disease | lifestyle related diseases |
      high risk employees | at risk of lifestyle disease | ncd risk |
      กลุ่มเสี่ยงโรคไม่ติดต่อเรื้อรัง | กลุ่มเสี่ยงโรค ncds | กลุ่มเสี่ยง ncds | กลุ่มเสี่ยง |
      โรคไม่ติดต่อเรื้อรัง | เสี่ยงโรคไม่ติดต่อเรื้อรัง`,
    readings: prevailing('lifestyle-disease-risk'),
  },
  'blood-pressure': {
    rank: 31,
    terms: `高血圧 | 高血圧者 | 高血圧症 | 血圧リスク | 血圧リスク者 | 血圧ハイリスク者 | 血圧有所見 | 血圧有所見者 | hypertension |
      hypertensive | high blood pressure | ความดันโลหิตสูง`,
    readings: prevailing('blood-pressure-risk'),
  },
  'blood-glucose': {
    rank: 31,
    terms: `高血糖 | 高血糖者 | 血糖リスク | 血糖リスク者 | 血糖ハイリスク者 | 血糖有所見 | 糖尿病 | 糖尿病リスク者 | 糖尿病管理不良者 | diabetes |
      diabetic | high blood glucose | high blood sugar | เบาหวาน | โรคเบาหวาน | น้ำตาลในเลือดสูง`,
    readings: prevailing('blood-glucose-risk'),
  },
  lipid: {
    rank: 31,
    terms: `脂質異常 | 脂質異常者 | 脂質異常症 | 脂質リスク | 脂質リスク者 | 脂質有所見 | 高脂血症 | dyslipidaemia | dyslipidemia |
      hyperlipidemia | high cholesterol | ไขมันในเลือดสูง | คอเลสเตอรอลสูง`,
    readings: prevailing('lipid-risk'),
  },
  liver: {
    rank: 31,
    terms: `肝機能異常 | 肝機能異常者 | 肝機能リスク | 肝機能リスク者 | 肝機能有所見 | 肝機能有所見者 | liver function |
      abnormal liver function | การทำงานของตับผิดปกติ`,
    readings: prevailing('liver-function-risk'),
  },
  sleep: {
    rank: 30,
    terms: `睡眠 | 睡眠休養 | 睡眠休養感 | 睡眠による休養 | 睡眠で休養 | 睡眠により休養 | 十分な睡眠 | 良質な睡眠 | 良い睡眠 | 睡眠充足 | 睡眠の質 |
      適正睡眠 | 睡眠良好者 | 睡眠良好 | 快眠 | sleep | sleeping | sufficient sleep | adequate sleep | restful sleep |
      good sleep | enough sleep | sleep well | quality sleep | นอนหลับ | การนอนหลับ |
      นอนหลับเพียงพอ | นอนหลับพักผ่อนเพียงพอ | นอนหลับอย่างเพียงพอ | พักผ่อนเพียงพอ |
      พักผ่อนอย่างเพียงพอ | นอนเพียงพอ`,
    opposite: `睡眠不足 | 睡眠不足者 | 睡眠不良 | 睡眠不良者 | 不眠 | 不眠者 | 睡眠障害 | 睡眠リスク者 | 睡眠課題者 | 睡眠不十分 | 睡眠不十分者 |
      insufficient sleep | lack of sleep | poor sleep | poor sleepers | insomnia |
      sleep deprived | นอนน้อยกว่า | นอนหลับน้อยกว่า | sleep deprivation | sleep deficiency | นอนไม่พอ | นอนไม่เพียงพอ |
      นอนไม่หลับ | นอนหลับไม่เพียงพอ | พักผ่อนไม่เพียงพอ | พักผ่อนน้อย`,
    readings: { ...prevailing('sleep'), hours: 'sleep', satisfaction: 'sleep' },
    opposedBelow: 'hours',
  },
  'sleep-apnoea': {
    rank: 44,
    terms: '睡眠時無呼吸 | 睡眠時無呼吸症候群 | sleep apnea | sleep apnoea | หยุดหายใจขณะหลับ',
    readings: {},
  },
  breakfast: {
    rank: 30,
    terms: `朝食欠食 | 朝食欠食者 | 朝食を欠食 | 朝食抜き | 朝食を抜く | 朝食を抜いている | 朝食を食べない | 朝食をとらない | 朝食を取らない |
      朝食を摂らない | 朝食未摂取 | skipping breakfast | skip breakfast | skips breakfast |
      breakfast skipping | breakfast skippers | no breakfast | งดอาหารเช้า | งดมื้อเช้า |
      ข้ามมื้อเช้า | ไม่รับประทานอาหารเช้า | ไม่ทานอาหารเช้า | ไม่กินอาหารเช้า`,
    opposite: `朝食摂取 | 朝食摂取者 | 朝食喫食 | 朝食をとる | 朝食を取る | 朝食を摂る | 朝食を食べる | 朝食を食べている | 朝食をとっている |
      eating breakfast | eat breakfast | eats breakfast | having breakfast | รับประทานอาหารเช้า |
      ทานอาหารเช้า | กินอาหารเช้า`,
    readings: prevailing('breakfast-skipping'),
  },
  'breakfast-meal': {
    rank: 2,
    terms: '朝食 | 朝ごはん | 朝食を | breakfast | อาหารเช้า | มื้อเช้า',
    readings: {},
  },
  'skipping-meals': {
    rank: 2,
    terms: `抜く | 抜いている | 抜き | 欠食 | 欠食者 | 食べない | とらない | 取らない | 摂らない | skip | skips | skipping |
      งด | ไม่รับประทาน | ไม่ทาน | ไม่กิน`,
    readings: {},
  },
  'breakfast-skipped': {
    rank: 30,
    requires: ['breakfast-meal', 'skipping-meals'],
    readings: prevailing('breakfast-skipping'),
  },
  drinking: {
    rank: 30,
    terms: `飲酒 | 飲酒者 | 飲酒習慣 | 飲酒習慣者 | 多量飲酒 | 多量飲酒者 | 過度な飲酒 | ハイリスク飲酒 | ハイリスク飲酒者 | 毎日飲酒 |
      生活習慣病のリスクを高める飲酒 | drinking habit | drinking habits | heavy drinking | heavy drinkers |
      alcohol consumption | alcohol | ดื่มแอลกอฮอล์ | ดื่มสุรา | ดื่มเครื่องดื่มแอลกอฮอล์`,
    opposite: '非飲酒 | 非飲酒者 | 適正飲酒 | 適正飲酒者 | non drinkers | ไม่ดื่มแอลกอฮอล์ | ไม่ดื่มสุรา',
    readings: prevailing('drinking-habit'),
  },
} as const satisfies Record<string, TopicEntry<Id>>;
