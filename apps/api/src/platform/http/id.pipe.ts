import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { RequestProblem } from '../problems/request-problem.js';

/** In lower case. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id out of an address. @throws RequestProblem IDENTIFIER_MALFORMED when it is no UUID. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string, { data }: ArgumentMetadata): string {
    const id = value.toLowerCase();
    if (!UUID.test(id)) throw new RequestProblem('IDENTIFIER_MALFORMED', { parameter: data ?? '' });
    return id;
  }
}
