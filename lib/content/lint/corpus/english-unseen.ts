/**
 * Labelled English sentences, written when the rules stood, to see what they do with new words. Every second one was then shown
 * to the rules; the others stayed held out. How to read a line stands in `corpus.ts`.
 */
export const englishUnseen = `
  rescue-language | You may be this patient's only chance to be saved.
* rescue-language | Our mission is bringing trafficked children to freedom.
  rescue-language | Do whatever it takes to free them from this life.
* rescue-language, victim-label | Nurses on the front line save victims every day.
  rescue-language | Think of yourself as a first rescuer.
* stigma-language | The patient is a known drug abuser.
  stigma-language | Homeless addicts are the easiest to recruit.
* stigma-language | She works as a hooker near the truck stop.
  stigma-language | An illegal alien has no right to a shelter bed.
* stigma-language | He is just another drunk off the street.
  victim-label | Ask the victim whether she is safe.
* victim-blaming | If she had listened to her mother, none of this would have happened.
  victim-blaming | He ignored every warning sign and paid for it.
* victim-blaming | She kept going back to him, so she must have wanted it.
  victim-blaming | They were foolish to trust a stranger.
* victim-blaming | Ask her what she did to make him angry.
  victim-blaming | He should never have signed.
* victim-blaming | The girl got herself into this.
  sensational-wording | Innocent lives are torn apart by this vicious trade.
* sensational-wording | It is a gut-wrenching tale of terror.
  sensational-wording | Trapped in a living hell, she prayed for an end.
* sensational-wording | Traffickers hunt for fresh prey in our malls.
  sensational-image | A young woman with bruises stares at the floor | alt
* sensational-image | Small hands gripping iron bars | alt
  missing-alternative | Photo | alt
* sex-only-framing | When we say trafficking, we mean forced prostitution.
  sex-only-framing, victim-label | The typical victim is a teenage girl sold online.
* foreign-only-framing | Traffickers smuggle people in from abroad; that is how it works.
  foreign-only-framing | Our patients are locals, so trafficking is not our concern.
* uncited-number | Ninety percent of survivors are never identified.
  uncited-number | The average age at the start is 13.
* uncited-number | Three out of five had been hurt at work.
  absolute-claim | You can always tell by the eyes.
* absolute-claim | No trafficker would ever let a patient come alone.
  absolute-claim | This checklist will catch every case.
* absolute-claim | Survivors are always grateful for a question.
  missing-content-note | He poured boiling water over her legs.
* missing-content-note | She had been raped daily since the age of nine.
  alert-family | Get hold of the parents before you call the hotline.
* alert-family | Ask the father to come in, and explain your concern to him.
  reunite-family | Getting the boy home to his relatives is the first goal.
* confront | Tell the man at the door that you know what he is doing.
  training-mandate | State law in Missouri makes this course mandatory for clinics.
* credit-claim | This module counts for 1.5 CE hours.
  confidentiality-promise | Promise that you will not tell a soul.
* disclosure-price | Without a disclosure there is nothing we can offer.
  outdated-fact | The NHTRC line is answered day and night.
* none | The agency promised visas and then charged for them.
  none | Saved voicemail from a boss can matter later; leave it alone.
* none | The hospital's rescue team practices stroke calls every month.
  none | Free samples of the medicine are in the left drawer.
* none | Delivery of a child is no time for questions about work.
  none | A trafficker may be a woman, a cousin or a coworker.
* none | No sign by itself settles anything.
  none | Some staff feel a wish to save the patient; notice it and breathe.
* none | Parents of small children wait in the other room.
  none | Call the employer only if the patient asks you to.
* none | The patient says that her husband holds her passport.
  none | She was told that she would be deported if she complained.
* none | Half of the form can wait until the second visit.
  none | In one of four rooms the lock is broken.
* none | Take 2 tablets of 500 mg every 8 hours.
  none | Dirty bandages go into the red bin.
* none | Trafficking charges can be brought against a relative.
  none | Not every survivor wants a label.
* none | The course takes two hours and gives no credit toward a license.
  none | Everything in the chart can be read through the portal.
* none | What she tells you may have to be reported; say so first.
  none | Tell the mother how to change the dressing.
* none | The law says that a person under 18 cannot consent to commercial sex.
  none | A headline that screams “slaves next door” helps nobody.
* none | His mother was killed in a car crash in May.
  none | The belt left a mark; photograph it only with consent.
* none | Ask before you lock the door.
  none | The interpreter must never be the boss.
* none | Workers from the same crew came with the same cough.
  none | Citizens and residents are trafficked in every state.
* none | We cannot always see it.
  none | She chose not to call, and that was safer.
* none | Her supervisor finds fault with everything and docks her pay.
  none | Blame has no place in the note.
* none | Write “declined,” not “refused help.”
  none | Choose a picture of a hallway, not of a person in chains.
* none | Ask the patient whether the man at the desk may come in.
  none | Report first; the state decides who talks to the parents.
* none | The victims of the flood came for tetanus shots.
  none | Her drug screen was negative, and she was on time.
`
