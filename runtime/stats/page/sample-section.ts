/** Sample questions beside their marked pictures. */
import type { Sample } from '../samples.js';
import { html, type Markup, nothing } from './markup.js';

export function sampleSection(samples: readonly Sample[]): Markup {
  if (samples.length === 0) return nothing;
  return html`<section><h2>Some questions</h2>
<p>Things are marked to check by: a question speaks only of the boxes that it names by a colour.</p>
<div class="samples">${samples.map(sampleFigure)}</div></section>`;
}

function sampleFigure({ question: q, picture, noPicture }: Sample): Markup {
  const shown =
    picture === null
      ? html`<p class="none">no picture: ${noPicture ?? ''}</p>`
      : html`<img src="${picture}" alt="scene ${q.sceneId}">`;
  const options = q.options.map((option) =>
    option === q.answer ? html`<li><b>${option}</b></li>` : html`<li>${option}</li>`,
  );
  return html`<figure>${shown}<figcaption>
<p class="quiet">level ${q.level}, ${q.task}, ${q.format}, scene ${q.sceneId}, question ${q.id}</p>
<p><b>${q.question}</b></p>${options.length > 0 ? html`<ol type="A">${options}</ol>` : nothing}
<p>→ ${q.answer}</p>${q.reason === null ? nothing : html`<p class="quiet">${q.reason}</p>`}</figcaption></figure>`;
}
