import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** The files of Swagger UI that its page needs; nothing else of its package is served. */
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const require = createRequire(import.meta.url);

/** Serves a browser of the API at `path`. Its scripts are files: the page needs no inline ones. */
export function serveDocs(server: FastifyInstance, path: string, document: string): void {
  const folder = dirname(require.resolve('swagger-ui-dist/package.json'));
  server.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(pageAt(path)));
  server.get(`${path}/start.js`, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(startScript(document)),
  );
  for (const [name, type] of Object.entries(FILES)) {
    server.get(`${path}/${name}`, async (_request, reply) => {
      const content = await readFile(join(folder, name));
      return reply.type(type).header('cache-control', 'max-age=3600').send(content);
    });
  }
}

function pageAt(path: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Sukoyaka API</title>
    <link rel="stylesheet" href="${path}/swagger-ui.css" />
    <link rel="icon" type="image/png" href="${path}/favicon-32x32.png" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="${path}/swagger-ui-bundle.js"></script>
    <script src="${path}/start.js"></script>
  </body>
</html>
`;
}

function startScript(document: string): string {
  const options = { url: document, dom_id: '#docs', deepLinking: true, validatorUrl: null };
  return `SwaggerUIBundle(${JSON.stringify(options)});\n`;
}
