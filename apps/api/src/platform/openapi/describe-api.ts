import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { productVersion } from '@sukoyaka/persistence';
import { SESSION_COOKIE } from '../identity/cookies.js';
import { describeCommonProblems } from './common-problems.js';
import { describeEntityTags } from './entity-tags.js';
import { serveDocs } from './docs.js';

const DESCRIPTION = `
Self-assessment of employee-health management (健康経営) for companies in ASEAN, in Thai, Japanese
and English. Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`, in the language
of \`Accept-Language\`. What can be edited by several people carries a version: read it from \`ETag\`
and send it back as \`If-Match\`. A list that can grow comes page by page: follow \`next\` until it is null.
`.trim();

/** Serves the description of the API: as JSON, and to read and try in the browser. */
export function describeApi(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  let document: OpenAPIObject | undefined;
  server.get('/api/openapi.json', (_request, reply) => {
    document ??= createDocument(app);
    return reply.send(document);
  });
  serveDocs(server, '/api/docs', '/api/openapi.json');
}

function createDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Sukoyaka')
    .setDescription(DESCRIPTION)
    .setVersion(productVersion())
    .addCookieAuth(SESSION_COOKIE)
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      description: 'A token of an organisation, for machines',
    })
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  describeCommonProblems(document);
  describeEntityTags(document);
  return document;
}
