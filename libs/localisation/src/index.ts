export { type Namespace, type Translate, translator } from './translator.js';
export { formatDate, formatFixed, formatNumber } from './format.js';
