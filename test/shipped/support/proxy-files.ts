import { readFileSync } from 'node:fs';
import path from 'node:path';

const integrations = path.resolve(__dirname, '../../../integrations');

/** What differs between a test and the machine that the files in `integrations` are written for. */
interface ProxyPlace {
  /** Has `cert.pem` and `key.pem`, and takes what the proxy writes. */
  readonly folder: string;
  readonly port: number;
  /** `HOST:PORT` of the server. */
  readonly upstream: string;
}

/** The site of `integrations/nginx/kunci.conf`, in one process that stays in the foreground and writes only into its folder. */
export function nginxConfigFor({ folder, port, upstream }: ProxyPlace): string {
  const site = edited('nginx/kunci.conf', [
    ['listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`],
    ['listen [::]:443 ssl;', ''],
    ['listen 80;', `listen unix:${folder}/plain.sock;`],
    ['listen [::]:80;', ''],
    ['/etc/letsencrypt/live/keys.example.com/fullchain.pem', `${folder}/cert.pem`],
    ['/etc/letsencrypt/live/keys.example.com/privkey.pem', `${folder}/key.pem`],
    ['server 127.0.0.1:3000;', `server ${upstream};`],
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  return `daemon off;
master_process off;
pid ${folder}/pid;
events {}
http {
access_log off;
${temporary}
${site}
}
`;
}

/** The site of `integrations/caddy/Caddyfile`, with a certificate that is there instead of one from the internet. */
export function caddyfileFor({ folder, port, upstream }: ProxyPlace): string {
  const certificate = `bind 127.0.0.1\n\ttls ${folder}/cert.pem ${folder}/key.pem`;
  const site = edited('caddy/Caddyfile', [
    ['keys.example.com {', `https://keys.example.com:${port} {\n\t${certificate}`],
    ['127.0.0.1:3000', upstream],
  ]);
  return `{\n\tadmin off\n\tauto_https disable_redirects\n\tdefault_sni keys.example.com\n}\n${site}`;
}

/** @throws where something to be replaced is not there: then the file has changed, and what is tested is not what ships. */
function edited(file: string, replacements: readonly (readonly [string, string])[]): string {
  let text = readFileSync(path.join(integrations, file), 'utf8');
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`integrations/${file} does not say ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}
