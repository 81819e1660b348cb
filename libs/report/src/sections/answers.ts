import type { Question } from '@sukoyaka/survey';
import type { Accent, Block, Cell, TableBlock, TableRow, Texts } from '@sukoyaka/typesetting';
import { type DigestAnswer, type DigestSection, digestOf } from '../facts/digest.js';
import { standsElsewhere } from '../facts/elsewhere.js';
import { numbered } from '../facts/numbering.js';

import { accentOf, type View } from '../view.js';
import type { AnswerInWords } from '../words/answer.js';
import { oneLine, paragraphs } from '../words/clean.js';
import { join, localised, number, type Phrase, say } from '../words/phrase.js';
import { heading, intro, remark, type SectionName, sectionNumber } from './parts.js';

/** A text longer than this leaves the table and is set as paragraphs that may break over pages. */
const LONG_TEXT = 280;

/** Every question that the company saw, with its answer in words: one column for each language. */
export function answers(view: View): readonly Block[] {
  const title = heading(view, 'answers');
  const sections = digestOf(view, 'short');
  if (sections.length === 0) return [title, remark(view, 'answers.none')];
  const digest = new Digest(view);
  for (const section of sections) digest.add(section);
  return [title, intro(view, 'answers.intro'), ...digest.blocks()];
}

/** Gathers rows into tables; a long text of the company interrupts them. */
class Digest {
  private readonly done: Block[] = [];
  private rows: TableRow[] = [];

  /** An answer stands in the report once: its section where it is not here. */
  private readonly elsewhere: ReadonlyMap<string, SectionName>;

  constructor(private readonly view: View) {
    this.elsewhere = standsElsewhere(view);
  }

  add({ section, answers: list }: DigestSection): void {
    const { wording } = this.view;
    const accent = accentOf(section.pillar);
    const cells = wording.cells(wording.texts(localised(section.title)));
    this.rows.push({ section: true, accent, cells });
    const byPlace = Map.groupBy(list, (each) => this.placeOf(each));
    for (const { question, answer } of byPlace.get('here') ?? []) {
      this.addAnswer(question, answer, accent);
    }
    for (const [place, answers] of byPlace) {
      if (place === 'here') continue;
      const texts = this.notHere(place, answers);
      this.rows.push({ accent, cells: wording.cells(texts) });
    }
  }

  /** Where the answer stands, if any. */
  private placeOf({ question, answer }: DigestAnswer): SectionName | 'here' | 'nowhere' {
    if (answer.state === 'unknown') return 'nowhere';
    const section = this.elsewhere.get(question.id);
    return section === undefined || answer.state === 'not-applicable' ? 'here' : section;
  }

  /** Questions without an answer, or with one in another section, together in one row. */
  private notHere(place: SectionName | 'nowhere', answers: readonly DigestAnswer[]): Texts {
    const { wording } = this.view;
    const questions = answers.map(({ question }) => numbered(this.view, question));
    if (place === 'nowhere') {
      const lead = say('answers.unknown', { n: number(questions.length, 0) });
      return wording.led(lead, join(questions, 'items'), 'unknown');
    }
    const lead = say('answers.see', { section: sectionNumber(place) });
    return wording.led(lead, join(questions, 'items'), 'muted');
  }

  blocks(): readonly Block[] {
    this.closeTable();
    return this.done;
  }

  private addAnswer(question: Question, answer: AnswerInWords, accent: Accent): void {
    if (answer.state === 'answered') {
      this.addRunIn(question, answer.words, accent);
    } else if (answer.state === 'not-applicable') {
      const reason = say('answer.not-applicable', { reason: answer.words });
      this.addRunIn(question, reason, accent, 'muted');
    } else if (answer.state === 'own' && answer.text.length <= LONG_TEXT) {
      this.rows.push(...this.ownRows(question, oneLine(answer.text), accent));
    } else if (answer.state === 'own') {
      this.closeTable();
      this.done.push(...this.longText(question, answer.text));
    }
  }

  /** The question and what was answered, run in. */
  private addRunIn(question: Question, words: Phrase, accent: Accent, colour?: 'muted'): void {
    const { wording } = this.view;
    const texts = wording.led(numbered(this.view, question), words, colour);
    this.rows.push({ accent, cells: wording.cells(texts) });
  }

  /** A short text of the company, once, under the question. */
  private ownRows(question: Question, text: string, accent: Accent): readonly TableRow[] {
    const { wording } = this.view;
    const asked = wording.cells(wording.texts(numbered(this.view, question)));
    const bold = asked.map((cell): Cell => ({ ...cell, weight: 'bold' }));
    return [
      { accent, cells: bold },
      { accent, cells: wording.cells(wording.own(text)) },
    ];
  }

  /** The company's own words, in full and once, paragraph by paragraph. */
  private longText(question: Question, text: string): readonly Block[] {
    const { wording } = this.view;
    const style = this.view.print.back;
    const asked = numbered(this.view, question);
    const own = paragraphs(text).map((paragraph): Block => ({
      kind: 'paragraph',
      style,
      texts: wording.own(paragraph),
    }));
    const title = wording.bold(asked);
    return [{ kind: 'paragraph', style, texts: title, keepWithNext: true }, ...own];
  }

  private closeTable(): void {
    if (this.rows.length > 0) this.done.push(this.table(this.rows));
    this.rows = [];
  }

  private table(rows: readonly TableRow[]): TableBlock {
    const { wording } = this.view;
    return {
      kind: 'table',
      columns: wording.languages.map(() => ({ share: 1 })),
      header: wording.cells(wording.say('answers.header')),
      rows,
      style: this.view.print.back,
    };
  }
}
