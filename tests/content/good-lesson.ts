/** One lesson with everything that the language has. Ids are those of `goodRegisters`. */
export const goodLesson = `## What to notice

Words *and* **strong** [words](https://example.org/a) here. <Cite id="study" /> A <Term id="coercion">threat</Term> counts.

### In the room

<Callout kind="note" title="One   sign
is weak">on one line</Callout>

3. three
4. four

> Quoted.

| Sign | What else |
| --- | :-: |
| Late | A bus |

---

<Figure src="quiet-room.png" alt="A room with two chairs" caption="Where we talk" />

<Steps><Step title="Ask">Ask.</Step><Step>Wait.</Step></Steps>

<Compare>
<Column title="Instead of" tone="avoid">Pressing.</Column>
<Column title="Try" tone="prefer">Asking.</Column>
</Compare>

<Check id="c1" objective="m01-o1" question="Which one?" source="study">
<Option text="This" feedback="No." />
<Option text="That" feedback="Yes." correct />
</Check>

<Reveal summary="More">

Hidden words.

</Reveal>

<Contact id="hotline" />

<ContentNote about="threats">
<Gentle>The soft words.</Gentle>

The hard words.

</ContentNote>
`

export const goodRegisters = {
  sources: ['study'],
  contacts: ['hotline'],
  terms: ['coercion'],
  objectives: ['m01-o1'],
  media: ['quiet-room.png'],
} as const
