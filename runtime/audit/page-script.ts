/** The script of the audit page: plain JavaScript for any browser of these years, kept as text and served as a file. */

export const script = String.raw`'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const { items, served } = data;
  const kept = 'spq audit ' + data.title;
  const given = new Map(data.verdicts.map((v) => [v.question_id, v]));
  const lines = [];
  if (!served) {
    // A browser may keep nothing of a page that is a file: then this visit alone counts.
    try {
      for (const line of JSON.parse(localStorage.getItem(kept) || '[]')) {
        lines.push(line);
        if (items.some((item) => item.id === line.question_id && item.recipeHash === line.recipe_hash)) given.set(line.question_id, line);
      }
    } catch (error) {
      document.getElementById('trouble').textContent = 'Nothing is kept between visits: ' + error.message;
    }
  }
  const first = items.findIndex((item) => !given.has(item.id));
  let at = first < 0 ? 0 : first;
  const by = (id) => document.getElementById(id);
  const verdicts = [['right', 'r', '1'], ['wrong', 'w', '2'], ['ambiguous', 'a', '3'], ['unnatural', 'u', '4']];

  const buttons = new Map(verdicts.map(([name, key]) => {
    const button = document.createElement('button');
    button.textContent = name + ' (' + key + ')';
    button.addEventListener('click', () => void judge(name));
    by('keys').append(button);
    return [name, button];
  }));
  for (const [text, action] of [['back (b)', () => move(-1)], ['skip (s)', () => move(1)], ...(served ? [['why (y)', () => void why()]] : [])]) {
    const button = document.createElement('button');
    button.textContent = text;
    button.addEventListener('click', action);
    by('keys').append(button);
  }

  function show() {
    const item = items[at];
    by('why').textContent = '';
    if (!item) {
      by('question').textContent = 'There is nothing to judge.';
      return;
    }
    const verdict = given.get(item.id);
    by('where').textContent = [at + 1 + ' of ' + items.length, 'level ' + item.level, item.task, item.format, item.sceneId, item.id].join(' · ');
    by('question').textContent = item.question;
    by('options').replaceChildren(...item.options.map((option) => {
      const line = document.createElement('li');
      line.textContent = option;
      if (option === item.answer) line.className = 'right';
      return line;
    }));
    by('answer').textContent = '→ ' + item.answer;
    by('reason').textContent = item.reason || '';
    const picture = by('picture');
    picture.hidden = item.picture === null;
    if (item.picture === null) picture.removeAttribute('src');
    else picture.src = item.picture;
    by('none').textContent = item.picture === null ? 'No picture: ' + item.noPicture + '.' : '';
    by('note').value = verdict && verdict.note ? verdict.note : '';
    for (const [name, button] of buttons) button.className = verdict && verdict.verdict === name ? 'given' : '';
    by('state').textContent = items.filter((i) => given.has(i.id)).length + ' of ' + items.length + ' judged';
    const next = items[at + 1];
    if (next && next.picture !== null) new Image().src = next.picture;
  }

  function move(steps) {
    at = Math.max(0, Math.min(items.length - 1, at + steps));
    show();
  }

  async function judge(name) {
    const item = items[at];
    if (!item) return;
    const note = by('note').value.trim();
    const line = {
      question_id: item.id, task: item.task, format: item.format, level: item.level, recipe_hash: item.recipeHash,
      verdict: name, note: note === '' ? null : note, at: new Date().toISOString(),
    };
    try {
      if (served) {
        const answer = await fetch('verdicts', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ question_id: item.id, verdict: name, note: line.note }),
        });
        if (!answer.ok) throw new Error(await answer.text());
      } else {
        lines.push(line);
        offer();
        localStorage.setItem(kept, JSON.stringify(lines));
      }
    } catch (error) {
      by('trouble').textContent = 'This verdict is not kept: ' + error.message;
      return;
    }
    by('trouble').textContent = '';
    given.set(item.id, line);
    by('note').blur();
    move(1);
  }

  async function why() {
    const item = items[at];
    by('why').textContent = '…';
    const answer = await fetch('why/' + item.id);
    const text = await answer.text();
    if (items[at] === item) by('why').textContent = text;
  }

  function offer() {
    const link = document.createElement('a');
    const text = lines.map((line) => JSON.stringify(line) + '\n').join('');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
    link.download = 'audit.jsonl';
    link.textContent = 'save audit.jsonl';
    by('save').replaceChildren(link);
  }

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === by('note')) {
      if (event.key === 'Escape' || event.key === 'Enter') by('note').blur();
      return;
    }
    const verdict = verdicts.find(([, ...keys]) => keys.includes(event.key));
    if (verdict) void judge(verdict[0]);
    else if (event.key === 'b' || event.key === 'Backspace' || event.key === 'ArrowLeft') move(-1);
    else if (event.key === 's' || event.key === 'ArrowRight') move(1);
    else if (event.key === 'y' && served) void why();
    else if (event.key === 'n') by('note').focus();
    else return;
    event.preventDefault();
  });

  if (lines.length > 0) offer();
  show();
})();
`;
