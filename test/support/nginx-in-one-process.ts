/**
 * A configuration of nginx that writes nothing outside of a folder, and whose process is the one that was started, so that it can be ended.
 * @param site what stands in `http`
 */
export function nginxInOneProcess(folder: string, site: string): string {
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
