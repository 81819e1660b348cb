export { simulate, type SimulationRequest } from './simulate.js';
