import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { frame, frameStyle } from './page';
import { languageFor } from './page-words';
import { type Reference } from './serve-reference';

const path = '/docs';

/** Serves the OpenAPI document at `/openapi.json`, and at `/docs` as a page on which it can be tried (docs/adr/0007, 0071). */
export function serveDocs(app: NestFastifyApplication, { base, document }: Reference): void {
  putFrameOn(app.getHttpAdapter().getInstance(), base);
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Kunci API',
    customCss: frameStyle + fitToPhones,
    // A page of a hundred operations is found through by its groups, and by what is typed into the filter.
    swaggerOptions: { docExpansion: 'none', filter: true, defaultModelsExpandDepth: -1 },
    patchDocumentOnRequest: (request, _answer, made) =>
      isStart(request) ? { ...made, servers: [{ url: base === '' ? '/' : base }] } : made,
  });
}

/** The page is another origin than PUBLIC_URL where it is opened by another name of the host; its policy allows its own only. */
function isStart(request: unknown): boolean {
  // A cast: Nest hands over the request of Fastify, which is not known to the types of its module.
  return (request as FastifyRequest).url.endsWith('/swagger-ui-init.js');
}

/** Swagger UI brings a page without a bar of ours, and without the line that makes phones show it at its natural size. */
function putFrameOn(fastify: FastifyInstance, base: string): void {
  fastify.addHook('onRoute', (route) => {
    if (![path, `${path}/`, `${path}/index.html`].includes(route.url)) return;
    route.onSend = (request, reply, payload, done) => {
      void reply.header('vary', 'accept-language, cookie');
      done(null, typeof payload === 'string' ? framed(payload, request, base) : payload);
    };
  });
}

function framed(html: string, { url, headers }: FastifyRequest, base: string): string {
  const place = { base, path, ...languageFor(url, headers) };
  return html
    .replace('<html lang="en">', `<html lang="${place.language}">`)
    .replace('<head>', '<head>\n<meta name="viewport" content="width=device-width, initial-scale=1">')
    .replace('<body>', () => `<body>\n${frame(place)}`);
}

/** What is wider than a phone scrolls in its own box, or breaks. */
const fitToPhones = `
.swagger-ui .topbar .link{display:none}
.swagger-ui .info{margin:1.5rem 0}
.swagger-ui pre,.swagger-ui code,.swagger-ui .opblock-summary-path,.swagger-ui .markdown{overflow-wrap:anywhere}
.swagger-ui .opblock-summary-control,.swagger-ui .opblock-tag{min-height:44px}
@media (max-width:640px){
.swagger-ui .wrapper{padding:0 .75rem}
.swagger-ui .info hgroup.main a,.swagger-ui .scheme-container{margin:0;padding:.5rem 0}
.swagger-ui .opblock-tag{font-size:1.1rem;flex-wrap:wrap}
.swagger-ui table,.swagger-ui .responses-inner,.swagger-ui .opblock-body{display:block;max-width:100%;overflow-x:auto}
.swagger-ui table.parameters tr{display:flex;flex-direction:column}
.swagger-ui .parameters-col_description input,.swagger-ui .parameters-col_description select,.swagger-ui textarea{width:100%;max-width:100%}
.swagger-ui .dialog-ux .modal-ux{width:96%;min-width:0}
}
`;
