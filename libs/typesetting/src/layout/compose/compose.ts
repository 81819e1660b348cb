import type { Block } from '../../blocks.js';
import { bandScaleBox } from '../../charts/band-scale.js';
import { barsBox } from '../../charts/bars.js';
import { lineChartBox } from '../../charts/line-chart.js';
import { qrBox } from '../../charts/qr.js';
import { radarBox } from '../../charts/radar.js';
import { spaceBox, type Box } from '../box.js';
import { StackBox } from '../stack-box.js';
import { headingBox } from './heading.js';
import { keyValuesBox } from './key-values.js';
import { listBox } from './list.js';
import { markBox } from './marks.js';
import type { Place } from './place.js';
import { calloutBox, columnsBox, paragraphBox, ruleBox } from './plain.js';
import { tableBox } from './table.js';

/** The box of a block. */
function composeBlock(block: Block, place: Place): Box {
  switch (block.kind) {
    case 'heading':
      return headingBox(block, place);
    case 'paragraph':
      return paragraphBox(block, place);
    case 'callout':
      return calloutBox(block, place);
    case 'list':
      return listBox(block, place);
    case 'keyValues':
      return keyValuesBox(block, place);
    case 'table':
      return tableBox(block, place);
    case 'mark':
      return markBox(block, place);
    case 'bars':
      return barsBox(block, place);
    case 'radar':
      return radarBox(block, place);
    case 'lineChart':
      return lineChartBox(block, place);
    case 'bandScale':
      return bandScaleBox(block, place);
    case 'qr':
      return qrBox(block, place);
    case 'columns':
      return columnsBox(block, place);
    case 'group':
      return new StackBox(composeAll(block.children, place), { together: true });
    case 'spacer':
      return spaceBox(Math.min(place.page, Math.max(0, block.height)));
    case 'rule':
      return ruleBox(block, place);
    case 'pageBreak':
      return { ...spaceBox(0), newPage: true };
  }
}

/** The boxes of blocks in order. */
export function composeAll(blocks: readonly Block[], place: Place): Box[] {
  return blocks.map((block) => composeBlock(block, place));
}
