// Everything here only adds to pages that are whole without it: the viewer's zone and theme, live
// figures, the "/" key.
(() => {
  'use strict';
  const root = document.documentElement;
  const mark = document.getElementById('live');
  const main = document.querySelector('main[data-live]');

  const cookie = (name) =>
    document.cookie.split('; ').find((pair) => pair.startsWith(name + '='))?.slice(name.length + 1);
  const remember = (name, value) => {
    document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
  };

  // Times are written by the server, in the zone that this cookie names.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && cookie('entrepot-zone') !== zone) {
    remember('entrepot-zone', zone);
    const shown = root.dataset.zone;
    if (main && shown && shown !== zone && cookie('entrepot-zone') === zone) location.reload();
  }

  const toggle = document.querySelector('[data-theme-toggle]');
  toggle?.removeAttribute('hidden');
  toggle?.addEventListener('click', () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme:dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    remember('entrepot-theme', root.dataset.theme);
  });

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input,textarea,select,[contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById('q')?.focus();
    }
  });

  // Changes only what differs, so that focus, selection and scroll stay where they are.
  const syncAttributes = (old, next) => {
    for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of next.attributes)
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  };
  const alike = (a, b) =>
    a.nodeType === b.nodeType && a.nodeName === b.nodeName && a.id === b.id &&
    a.dataset?.key === b.dataset?.key;
  const morph = (old, next) => {
    if (old.isEqualNode(next)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = next.nodeValue;
      return;
    }
    // What the reader opened stays open.
    if (old.nodeName === 'DETAILS' && old.open) next.setAttribute('open', '');
    syncAttributes(old, next);
    let place = old.firstChild;
    for (const child of [...next.childNodes]) {
      const key = child.dataset?.key;
      const known = key && [...old.children].find((own) => own.dataset.key === key);
      if (known && known !== place) {
        old.insertBefore(known, place);
        place = known;
      }
      if (place && alike(place, child)) {
        morph(place, child);
        place = place.nextSibling;
      } else {
        old.insertBefore(child, place);
      }
    }
    while (place) {
      const rest = place.nextSibling;
      place.remove();
      place = rest;
    }
  };
  window.htmx?.defineExtension('morph', {
    isInlineSwap: (style) => style === 'morph',
    handleSwap: (style, target, fragment) => {
      if (style !== 'morph' || !fragment.firstElementChild) return false;
      morph(target, fragment.firstElementChild);
      return [target];
    },
  });
  document.addEventListener('htmx:configRequest', (event) => {
    const token = document.querySelector('input[name=_csrf]')?.value;
    if (token && event.detail.verb !== 'get') event.detail.headers['X-CSRF-TOKEN'] = token;
  });

  // One stream a page. It says that something changed; the page then asks for itself again.
  if (!main || !mark || !window.EventSource || !window.htmx) return;
  const SILENCE = 40000;
  let stream = null;
  let last = null;
  let watchdog = 0;
  let fetching = false;
  let due = false;

  const show = (state, text) => {
    mark.hidden = false;
    if (mark.dataset.s === state) return;
    mark.dataset.s = state;
    mark.lastElementChild.textContent = text;
    main.classList.toggle('stale', state !== 'ok');
  };
  const clock = () => new Date().toLocaleTimeString(root.lang, { hour12: false });
  const lost = () => show('unknown', mark.dataset.lost.replace('{0}', last ?? clock()));
  const alive = () => {
    last = clock();
    clearTimeout(watchdog);
    watchdog = setTimeout(lost, SILENCE);
    show('ok', mark.dataset.live);
  };

  // A list is not moved under the pointer or the caret; it follows as soon as they leave.
  const still = () => main.querySelector('[data-still]:is(:hover,:focus-within)');
  const refresh = async () => {
    due = true;
    while (due && !fetching && !still()) {
      due = false;
      fetching = true;
      try {
        await window.htmx.ajax('GET', location.href, { target: main, select: '#main', swap: 'morph' });
      } finally {
        fetching = false;
      }
    }
  };
  const catchUp = () => due && setTimeout(() => due && refresh(), 50);
  main.addEventListener('pointerout', catchUp);
  main.addEventListener('focusout', catchUp);

  const stop = () => {
    stream?.close();
    stream = null;
    clearTimeout(watchdog);
  };
  const listen = () => {
    if (stream) return;
    stream = new EventSource(`/console/live/${main.dataset.live}`);
    stream.addEventListener('beat', alive);
    stream.addEventListener('changed', () => {
      alive();
      refresh();
    });
    stream.onerror = () => {
      lost();
      // Refused for good (signed out, or too many streams): ask again later.
      if (stream?.readyState === EventSource.CLOSED) {
        stop();
        setTimeout(() => document.hidden || listen(), 10000);
      }
    };
  };
  // A browser gives a host six connections: a page that nobody looks at must not hold one.
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : listen()));
  addEventListener('pagehide', stop);
  addEventListener('pageshow', () => document.hidden || listen());
})();
