export { cellChance, cellKey, contributorKey, type KeyedHash } from './cell-key.js';
export { fold, type Folded } from './fold.js';
export { GATES } from './gates.js';
export { countNoise, maximumEntropy, NOISE, type NoiseShape, signedNoise } from './noise.js';
export {
  type Cell,
  type Contribution,
  protectedMean,
  protectedPercentile,
  shownCount,
} from './score-statistics.js';
