'use strict';
(() => {
  const field = id => document.getElementById(id);
  const articles = [...document.querySelectorAll('article')].map(article => ({
    article,
    rows: [...article.querySelectorAll('.rows tbody tr')],
  }));

  // Shows the rows that all filters accept, and the documents that have one.
  const filter = () => {
    const errors = field('errors').checked;
    const cause = field('cause').value, rule = field('rule').value, kind = field('kind').value;
    const words = field('words').value.trim().toLowerCase();
    let shown = 0, documents = 0;
    for (const { article, rows } of articles) {
      let any = false;
      for (const row of rows) {
        const data = row.dataset;
        const fits = (!errors || data.cause)
          && (!cause || data.cause.split('|').includes(cause))
          && (!rule || data.rule === rule)
          && (!kind || data.kind === kind)
          && (!words || row.textContent.toLowerCase().includes(words));
        row.hidden = !fits;
        if (fits) { any = true; ++shown; }
      }
      article.hidden = !any;
      documents += any;
    }
    field('shown').textContent = shown + ' shown in ' + documents + (documents === 1 ? ' document' : ' documents');
  };
  field('filters').addEventListener('input', filter);
  field('filters').addEventListener('submit', event => event.preventDefault());
  filter();

  const light = (id, on) => {
    for (const part of document.querySelectorAll('[data-row="' + id + '"]')) part.classList.toggle('lit', on);
    const row = field(id);
    if (row) row.classList.toggle('lit', on);
  };
  let lit = null;
  const choose = id => {
    if (lit) light(lit, false);
    lit = id;
    light(id, true);
  };
  document.querySelector('main').addEventListener('click', event => {
    const part = event.target.closest('[data-row]');
    const row = event.target.closest('.rows tbody tr');
    if (part) {
      choose(part.dataset.row);
      const target = field(part.dataset.row);
      target.hidden = false;
      target.scrollIntoView({ block: 'center' });
    } else if (row) {
      choose(row.id);
      for (const side of row.closest('article').querySelectorAll('.text')) {
        const first = side.querySelector('[data-row="' + row.id + '"]');
        if (first) side.scrollTop = first.offsetTop - side.offsetTop - side.clientHeight / 3;
      }
    }
  });
})();
