// Runs in the page itself, before anything is painted and long before React: src/console-host lets this very text through the
// content policy by its hash. It sets the theme, and keeps what is pressed until React draws the same form (drawn-front.ts).
(() => {
  const chosen = localStorage.getItem('mantine-color-scheme-value');
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const isDark = chosen === 'dark' || (chosen !== 'light' && prefersDark);
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
  addEventListener(
    'click',
    (event) => {
      const button = event.target.closest('#front button');
      if (button === null) return;
      // Enter in a field clicks the button that submits, too.
      event.preventDefault();
      const front = document.getElementById('front');
      front.dataset.pressed = String([...front.querySelectorAll('button')].indexOf(button));
      if (button.type === 'submit') button.dataset.waiting = 'true';
    },
    true,
  );
})();
