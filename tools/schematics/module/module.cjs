'use strict';

const { apply, applyTemplates, chain, mergeWith, strings, url } = require('@angular-devkit/schematics');

const { version } = require('../../../package.json');

const manifestsFile = '/src/manifests.ts';

/** Makes a business module and puts it on the list of manifests. */
exports.module = ({ name, singular }) => {
  const plural = strings.dasherize(name);
  const one = strings.dasherize(singular ?? plural.replace(/s$/, ''));
  if (one === plural)
    throw new Error(`“${plural}” does not look like a plural. Say what one of them is called: --singular …`);
  const words = {
    ...strings,
    name: plural,
    singular: one,
    table: strings.underscore(plural),
    /** As in a sentence, and as in a heading. */
    many: plural.replaceAll('-', ' '),
    single: one.replaceAll('-', ' '),
    heading: strings.capitalize(plural.replaceAll('-', ' ')),
    article: /^[aeiou]/.test(one) ? 'an' : 'a',
    // TypeORM takes the last 13 digits of the class for the place of a migration in the order of all.
    number: String(Date.now()),
    version,
  };
  return chain([mergeWith(apply(url('./files'), [applyTemplates(words)])), listed(words)]);
};

/** Adds the manifest to the list, at its end. */
function listed({ name, camelize }) {
  return (tree) => {
    const exported = camelize(name);
    const text = tree.readText(manifestsFile);
    const withImport = text.replace(
      /((?:^import .*\n)+)/m,
      (imports) => `${imports}import { ${exported} } from './${name}';\n`,
    );
    const withEntry = withImport.replace(
      /(Manifest\[\] = \[)([^\]]*?),?(\s*\];)/,
      (_all, open, others, end) => [open, others === '' ? exported : `${others}, ${exported}`, end].join(''),
    );
    if (withEntry === withImport) throw new Error(`${manifestsFile} has no list of manifests to add to.`);
    tree.overwrite(manifestsFile, withEntry);
  };
}
