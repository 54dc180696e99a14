'use strict';

// Comforts only: every page can be read and used without this.

const errors = document.getElementById('errors');
if (errors) {
  errors.focus();
}

for (const back of document.querySelectorAll('button[data-back]')) {
  back.hidden = history.length < 2;
  back.addEventListener('click', () => history.back());
}

// A second press within three seconds sends nothing; coming back to the page starts afresh.
const sent = new WeakMap();

document.addEventListener('submit', (event) => {
  if (event.defaultPrevented) {
    return;
  }
  const form = event.target;
  if (Date.now() - (sent.get(form) ?? 0) < 3000) {
    event.preventDefault();
    return;
  }
  sent.set(form, Date.now());
  form.setAttribute('aria-busy', 'true');
  setTimeout(() => form.removeAttribute('aria-busy'), 3000);
});

window.addEventListener('pageshow', () => {
  for (const form of document.forms) {
    sent.delete(form);
    form.removeAttribute('aria-busy');
  }
});

// The arrow beside a name opens the row in place: the server's page with it open has the details, which are put below
// the row. Several may be open. Without script the arrow leads to that page.
const details = async (address) => {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return document.adoptNode(page.querySelector('tr.detail'));
};

for (const button of document.querySelectorAll('.twisty')) {
  const row = button.closest('tr');
  let detail = row.matches('.open') ? row.nextElementSibling : null;
  button.ariaExpanded = row.matches('.open');
  button.addEventListener('click', async (event) => {
    event.preventDefault();
    if (button.ariaBusy) {
      return;
    }
    const open = !row.matches('.open');
    if (open && !detail) {
      const address = new URL(button.form.action);
      address.search = new URLSearchParams(new FormData(button.form, button));
      button.ariaBusy = 'true';
      detail = await details(address).catch(() => null);
      button.ariaBusy = null;
      if (!detail) {
        // signed out meanwhile, or the row is gone: the page says so
        location.assign(address);
        return;
      }
    }
    if (open) {
      row.after(detail);
    } else {
      detail.remove();
    }
    row.classList.toggle('open', open);
    button.ariaExpanded = open;
  });
}

// Copying: the text of the elements named in data-copy, and the markup of the one named in data-copy-html, unless the
// text was edited since the page came: the markup does not know of that.
const words = (id) => {
  const element = document.getElementById(id);
  return element.value ?? element.textContent.trim();
};

const edited = (id) => {
  const {defaultValue, value} = document.getElementById(id);
  return defaultValue !== value;
};

const copy = async (button) => {
  const ids = button.dataset.copy.split(' ');
  const text = ids.map(words).join('\n\n');
  const parts = {'text/plain': new Blob([text], {type: 'text/plain'})};
  if (button.dataset.copyHtml && !ids.some(edited)) {
    const markup = document.getElementById(button.dataset.copyHtml).innerHTML;
    parts['text/html'] = new Blob([markup], {type: 'text/html'});
  }
  await navigator.clipboard.write([new ClipboardItem(parts)]);
};

if (navigator.clipboard && window.ClipboardItem) {
  for (const button of document.querySelectorAll('button[data-copy]')) {
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    status.className = 'muted';
    button.after(status);
    let refused = false;
    button.addEventListener('click', (event) => {
      if (refused) {
        return;
      }
      event.preventDefault();
      status.textContent = '';
      copy(button).then(
        () => {
          status.textContent = button.dataset.copied;
        },
        () => {
          // the browser does not let us, so the server answers as it does without script
          refused = true;
          button.click();
        });
    });
  }
}
