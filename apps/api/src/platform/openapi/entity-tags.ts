import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Answer = Operation['responses'][string];

const METHODS = ['get', 'post', 'put'] as const;
const HEADERS = {
  ETag: {
    description: 'The version, to be sent back as If-Match',
    schema: { type: 'string' as const, example: '"3"' },
  },
};

/** Says of each answer that shows the version of one thing that its ETag is that version. */
export function describeEntityTags(document: OpenAPIObject): void {
  for (const methods of Object.values(document.paths)) {
    for (const method of METHODS) {
      for (const [status, answer] of Object.entries(methods[method]?.responses ?? {})) {
        if (status.startsWith('2') && showsVersion(document, answer)) {
          Object.assign(answer as object, { headers: HEADERS });
        }
      }
    }
  }
}

/** Whether its schema counts versions; a text that is called so is of what was published. */
function showsVersion({ components }: OpenAPIObject, answer: Answer): boolean {
  const content = answer !== undefined && 'content' in answer ? answer.content : undefined;
  const schema = content?.['application/json']?.schema ?? {};
  const name = '$ref' in schema ? schema.$ref.split('/').at(-1) : undefined;
  const described = components?.schemas?.[name ?? ''] ?? {};
  const version = 'properties' in described ? described.properties['version'] : undefined;
  return version !== undefined && 'type' in version && version.type === 'integer';
}
