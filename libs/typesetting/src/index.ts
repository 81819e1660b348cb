export type * from './blocks.js';
export { ACCENTS, COLOURS, inkOf, type Accent, type ColourName } from './tokens.js';
export { renderSpecimen, type SpecimenInput } from './specimen.js';
export { layoutText, type LayoutOptions, type Line } from './layout/layout-text.js';
export { renderPdf, renderPdfTo } from './render.js';
export { loadFaces } from './fonts/faces.js';
