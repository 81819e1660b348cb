export { type Namespace, type Translate, translator } from './translator.js';
export { formatDate, formatNumber } from './format.js';
