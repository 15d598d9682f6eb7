import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nginxInOneProcess } from '../../support/nginx-in-one-process';

const integrations = path.resolve(__dirname, '../../../integrations');

/** What differs between a test and the machine that the files in `integrations` are written for. */
interface ProxyPlace {
  /** Has `cert.pem` and `key.pem`, and takes what the proxy writes. */
  readonly folder: string;
  readonly port: number;
  /** `HOST:PORT` of the server. */
  readonly upstream: string;
}

/** A proxy that asks Kunci about the requests to another API. */
interface GatewayPlace extends ProxyPlace {
  /** `HOST:PORT` of the API. */
  readonly api: string;
  readonly edits: Edits;
}

/** Texts of a file, and what stands for each. */
export type Edits = readonly (readonly [string, string])[];

/** The sites of Kunci in `integrations`, each for one process that stays in the foreground and writes only into its folder. */
export const siteFiles = {
  nginx: (place: ProxyPlace): string =>
    nginxInOneProcess(
      place.folder,
      edited('nginx/kunci.conf', [
        ...inFolder(place, 'keys.example.com', '443 ssl'),
        ['listen 80;', `listen unix:${place.folder}/plain.sock;`],
        ['listen [::]:80;', ''],
        ['server 127.0.0.1:3000;', `server ${place.upstream};`],
      ]),
    ),
  caddy: (place: ProxyPlace): string =>
    caddySite(place, 'keys.example.com', 'caddy/Caddyfile', [['127.0.0.1:3000', place.upstream]]),
};

/** The sites that have Kunci below a path, likewise. That of nginx has a location of its own for scripts, as many have. */
export const pathFiles = {
  nginx: (place: ProxyPlace): string =>
    nginxInOneProcess(
      place.folder,
      `server {
listen 127.0.0.1:${place.port} ssl;
ssl_certificate ${place.folder}/cert.pem;
ssl_certificate_key ${place.folder}/key.pem;
location ~ \\.js$ { return 410; }
location / { return 410; }
${edited('nginx/kunci-below-a-path.conf', [['127.0.0.1:3000', place.upstream]])}
}`,
    ),
  caddy: ({ folder, port, upstream }: ProxyPlace): string =>
    '{\n\tadmin off\n\tauto_https disable_redirects\n\tdefault_sni example.com\n}\n' +
    edited('caddy/below-a-path.Caddyfile', [
      [
        '\nexample.com {',
        `\nhttps://example.com:${port} {\n\tbind 127.0.0.1\n\ttls ${folder}/cert.pem ${folder}/key.pem`,
      ],
      ['127.0.0.1:3000', upstream],
    ]),
};

/** The gateways in `integrations`, likewise. */
export const gatewayFiles = {
  nginx: (place: GatewayPlace): string =>
    nginxInOneProcess(
      place.folder,
      edited('nginx/gateway.conf', [
        ...inFolder(place, 'api.example.com', '443 ssl http2'),
        ['server 127.0.0.1:3000;', `server ${place.upstream};`],
        ['server 127.0.0.1:8080;', `server ${place.api};`],
        ...place.edits,
      ]),
    ),
  caddy: (place: GatewayPlace): string =>
    caddySite(place, 'api.example.com', 'caddy/gateway.Caddyfile', [
      ['127.0.0.1:3000', place.upstream],
      ['127.0.0.1:8080', place.api],
      ...place.edits,
    ]),
};

function inFolder({ folder, port }: ProxyPlace, host: string, listen: string): Edits {
  const place = `/etc/letsencrypt/live/${host}`;
  return [
    [`listen ${listen};`, `listen 127.0.0.1:${port}${listen.slice('443'.length)};`],
    [`listen [::]:${listen};`, ''],
    [`${place}/fullchain.pem`, `${folder}/cert.pem`],
    [`${place}/privkey.pem`, `${folder}/key.pem`],
  ];
}

/** With a certificate that is there instead of one from the internet. */
function caddySite({ folder, port }: ProxyPlace, host: string, file: string, edits: Edits): string {
  const certificate = `bind 127.0.0.1\n\ttls ${folder}/cert.pem ${folder}/key.pem`;
  const options = `admin off\n\tauto_https disable_redirects\n\tdefault_sni ${host}`;
  return edited(file, [
    ['\tlog {', `\t${options}\n\tlog {`],
    [`${host} {`, `https://${host}:${port} {\n\t${certificate}`],
    ...edits,
  ]);
}

/** @throws where something to be replaced is not there: then the file has changed, and what is tested is not what ships. */
function edited(file: string, edits: Edits): string {
  let text = readFileSync(path.join(integrations, file), 'utf8');
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`integrations/${file} does not say ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}
