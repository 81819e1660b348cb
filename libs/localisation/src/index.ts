import { resources } from '@sukoyaka/locales';
export { resources };
