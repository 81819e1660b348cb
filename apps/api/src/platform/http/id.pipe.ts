import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { UUID } from '@sukoyaka/kernel';
import { RequestProblem } from '../problems/request-problem.js';

/** An id out of an address. @throws RequestProblem IDENTIFIER_MALFORMED when it is no UUID. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string, { data }: ArgumentMetadata): string {
    const id = value.toLowerCase();
    if (!UUID.test(id)) throw new RequestProblem('IDENTIFIER_MALFORMED', { parameter: data ?? '' });
    return id;
  }
}
