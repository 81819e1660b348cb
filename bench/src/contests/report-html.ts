import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BarValue, Block, Cell, ReportDocument, Texts } from '@sukoyaka/typesetting';
import { plain } from './report-content.js';

const require = createRequire(import.meta.url);

/** The report as a page for a browser: same texts, same tables, simple charts, same fonts. */
export function html(document: ReportDocument): string {
  const body = [...(document.cover ?? []), { kind: 'pageBreak' } as const, ...document.body];
  return `<!doctype html><html lang="${document.meta.languages[0]}"><head><meta charset="utf-8">
<title>${escape(plain(document.meta.title[0]))}</title><style>
${face('Noto Sans Thai', '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf')}
${face('Noto Sans JP', '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf')}
body{font:9.5pt/1.5 'Noto Sans Thai','Noto Sans JP'}table{width:100%;border-collapse:collapse;font-size:8pt}
td,th{border-top:.5pt solid #ccc;padding:2pt;text-align:left;vertical-align:top}
.pair{display:flex;gap:14pt}.pair>*{flex:1}.bar{background:#eee;height:5pt}.bar>i{display:block;height:5pt;background:#247}
</style></head><body>${body.map(block).join('\n')}</body></html>`;
}

function face(name: string, module: string): string {
  const data = readFileSync(require.resolve(module)).toString('base64');
  return `@font-face{font-family:'${name}';src:url(data:font/ttf;base64,${data})}`;
}

function block(node: Block): string {
  switch (node.kind) {
    case 'heading':
      return `<h${node.level}>${pair(node.texts)}</h${node.level}>`;
    case 'paragraph':
      return `<div class="pair">${pair(node.texts)}</div>`;
    case 'list':
      return `<ul>${node.items.map((i) => `<li>${pair(i.texts)}${(i.children ?? []).map(block).join('')}</li>`).join('')}</ul>`;
    case 'keyValues':
      return `<table>${node.rows.map((r) => `<tr><td>${pair(r.key)}</td><td>${pair(r.value)}</td></tr>`).join('')}</table>`;
    case 'table':
      return `<table><thead>${row(node.header)}</thead>${node.rows.map((r) => row(r.cells)).join('')}</table>`;
    case 'callout':
      return `<section>${pair(node.title)}${node.children.map(block).join('')}</section>`;
    case 'group':
      return node.children.map(block).join('');
    case 'columns':
      return `<div class="pair">${node.columns.map((c) => `<div>${c.children.map(block).join('')}</div>`).join('')}</div>`;
    case 'bars':
      return node.items.map((item) => `<div>${pair(item.label)}${bar(item.bar)}</div>`).join('');
    case 'radar':
      return `<svg width="260" height="260"><polygon fill="#abc" points="130,20 240,130 130,240 20,130"/></svg>${node.axes.map((axis) => pair(axis.label)).join('')}`;
    case 'pageBreak':
      return '<div style="break-after:page"></div>';
    default:
      return '';
  }
}

function row(cells: readonly Cell[]): string {
  const inside = (cell: Cell): string =>
    [
      pair(cell.texts),
      pair(cell.status?.texts),
      pair(cell.badge?.texts),
      cell.bar ? bar(cell.bar) : '',
    ].join('');
  return `<tr>${cells.map((cell) => `<td colspan="${cell.span ?? 1}">${inside(cell)}</td>`).join('')}</tr>`;
}

function bar({ value, text }: BarValue): string {
  return `<div class="bar"><i style="width:${value ?? 0}%"></i></div>${escape(text)}`;
}

function pair(texts: Texts | undefined): string {
  return (texts ?? [])
    .map((text) => `<div lang="${text.lang}">${escape(plain(text))}</div>`)
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
