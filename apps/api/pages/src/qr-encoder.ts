/** The service serves the package's own module under the name of this one: browsers know no packages. */
export { encode } from 'uqr';
