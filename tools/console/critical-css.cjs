'use strict';

const postcss = require('postcss');

/**
 * The part of a stylesheet that a piece of HTML needs: rules whose classes it has, the variables, and the fonts.
 *
 * @param css of the whole console
 * @param html what is to be shown before that stylesheet is there
 * @returns the rules in their order, without what nothing in the HTML could match
 */
function criticalCss(css, html) {
  const has = namesIn(html);
  const root = postcss.parse(css);
  root.walkComments((comment) => comment.remove());
  root.walkRules((rule) => {
    if (rule.parent.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return;
    const wanted = rule.selectors.filter((selector) => couldMatch(selector, has));
    if (wanted.length === 0) rule.remove();
    else rule.selectors = wanted;
  });
  dropUnused(root);
  return root.toString();
}

/** Every class of it, and every tag. */
function namesIn(html) {
  const classes = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, list]) => list.split(/\s+/));
  const tags = [...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag);
  const attributes = [...html.matchAll(/\s(data-[\w-]+)(?:="([^"]*)")?/g)].map(([, name]) => name);
  return {
    classes: new Set(classes),
    tags: new Set([...tags, 'html', 'body']),
    attributes: new Set([...attributes, 'data-mantine-color-scheme']),
  };
}

/** Of what a selector negates or lists as alternatives, nothing has to be there. */
function couldMatch(selector, { classes, tags, attributes }) {
  let bare = selector;
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replace(/:(?:not|is|where|has)\([^()]*\)/g, '');
  }
  const named = [...bare.matchAll(/\.([\w-]+)/g)].map(([, name]) => name);
  const data = [...bare.matchAll(/\[(data-[\w-]+)/g)].map(([, name]) => name);
  const elements = [...bare.matchAll(/(?:^|[\s>+~])([a-z][a-z0-9]*)/g)].map(([, name]) => name);
  return (
    named.every((name) => classes.has(name)) &&
    data.every((name) => attributes.has(name)) &&
    elements.every((name) => tags.has(name))
  );
}

/** Animations that nothing names, and what is empty by now. */
function dropUnused(root) {
  const rest = root.toString();
  root.walkAtRules((rule) => {
    if (/keyframes$/.test(rule.name) && !new RegExp(`animation[^;}]*\\b${rule.params}\\b`).test(rest))
      rule.remove();
  });
  root.walkAtRules((rule) => {
    if (rule.nodes !== undefined && rule.nodes.length === 0) rule.remove();
  });
}

module.exports = { criticalCss };
