import { openCatalogue } from '@sukoyaka/catalogue';
import { buildReport } from '@sukoyaka/report';
import type { Block, Cell, ReportDocument, Text, Texts } from '@sukoyaka/typesetting';
import { companies, EDITION, evaluator } from './companies.js';

/** The report of a synthetic company in Japanese and Thai. */
export function report(): ReportDocument {
  const catalogue = openCatalogue();
  const edition = catalogue.edition(EDITION);
  const ours = evaluator();
  const organisation = {
    name: 'Synthetic Company 0001',
    country: 'TH',
    industry: 'C',
    synthetic: true,
  };
  const answers = companies(ours)[0] ?? {};
  return buildReport({
    evaluation: ours.evaluate({ edition: EDITION, organisation, answers }),
    survey: ours.survey,
    programme: catalogue.programmeOf(edition),
    ruleSets: edition.ruleSets.map((id) => catalogue.ruleSet(id)),
    context: {
      reportNumber: 'SK-BENCH-1',
      createdAt: '2026-11-01T00:00:00Z',
      assurance: 'self-assessed',
    },
    languages: ['ja', 'th'],
  });
}

export function plain(text: Text): string {
  return 'text' in text ? text.text : text.spans.map((span) => span.text).join('');
}

/** Every text of the document's cover and body, in reading order. */
export function textsOf(document: ReportDocument): readonly string[] {
  return [...(document.cover ?? []), ...document.body].flatMap(textsOfBlock);
}

function textsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return words(block.texts);
    case 'list':
      return block.items.flatMap((item) => [
        ...words(item.texts),
        ...(item.children ?? []).flatMap(textsOfBlock),
      ]);
    case 'keyValues':
      return block.rows.flatMap((row) => [...words(row.key), ...words(row.value)]);
    case 'table':
      return [block.header, ...block.rows.map((row) => row.cells)].flat().flatMap(textsOfCell);
    case 'callout':
    case 'group':
      return [
        ...('title' in block ? words(block.title) : []),
        ...block.children.flatMap(textsOfBlock),
      ];
    case 'columns':
      return block.columns.flatMap((column) => column.children.flatMap(textsOfBlock));
    case 'bars':
      return block.items.flatMap((item) => words(item.label));
    case 'radar':
      return block.axes.flatMap((axis) => words(axis.label));
    default:
      return [];
  }
}

function textsOfCell(cell: Cell): readonly string[] {
  return [...words(cell.texts), ...words(cell.status?.texts), ...words(cell.badge?.texts)];
}

function words(texts: Texts | undefined): readonly string[] {
  return (texts ?? []).map(plain).filter((text) => text.trim() !== '');
}
