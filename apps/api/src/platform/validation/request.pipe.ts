import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { validated } from './validate.js';

const PLAIN: readonly unknown[] = [Object, String, Number, Boolean, Array, undefined];

/** Checks every body and query that is declared as a class. */
@Injectable()
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || PLAIN.includes(metatype)) return value;
    return validated(metatype as new () => object, value ?? {});
  }
}
