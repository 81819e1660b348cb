import type { Block } from '../../blocks.js';
import type { Accent } from '../../tokens.js';
import type { Box } from '../box.js';

/** Where blocks are composed. */
export interface Place {
  /** Points. */
  readonly width: number;
  /** Height of an empty page in points: nothing solid may be taller. */
  readonly page: number;
  readonly accent: Accent;
  /** Composes blocks that stand inside of other blocks. */
  readonly compose: (blocks: readonly Block[], place: Place) => Box[];
}
