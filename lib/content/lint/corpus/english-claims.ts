/** Labelled English sentences about pictures, figures, claims and advice. How to read a line stands in `corpus.ts`. */
export const englishClaims = `
  sensational-wording | Sex slaves live in our neighborhoods.
* sensational-wording | He escaped the clutches of his captors.
  sensational-wording | Behind the door waited a nightmare of cruelty.
  sensational-wording | Traffickers are monsters who prey on the weak.
* sensational-wording | Her horrific ordeal left a shattered life.
  sensational-wording | They were sold like cattle.
  sensational-wording | This evil thrives in a dark underworld.
* sensational-wording | It is time to break their chains.
  none | Nightmares and poor sleep are common after trauma.
  none | Supply chains can hide forced labor.
* none | The International Labour Organization counts forced labor under “modern slavery.”
  none | Being alone with a doctor can be frightening.
  none | Leave out words such as horrific; they sell the story and not the care.
* none | Cold and chills came two days after the injury.
  none | Dark stains on the teeth can come from smoking.
  sensational-image | A crying girl with tape over her mouth | alt
* sensational-image | Hands in chains reaching for the light | alt
  sensational-image | The shadow of a man over a bruised woman | alt
  sensational-image | A child huddled in a dark corner | alt
* none | A nurse and a patient sit at the same height in a bright room | alt
  none | A label printer with a bar code beside the specimen cups | alt
  none | Two chairs by a window with the shade half down | alt
* missing-alternative | image | alt
  missing-alternative | IMG_2041.png | alt
  missing-alternative | Picture of a room | alt
* none | A clinic hallway with a private exam room marked by a green door sign | alt
  sex-only-framing | Human trafficking is the sale of women for sex.
  sex-only-framing | Only girls and young women are trafficked.
* sex-only-framing | Men are seldom trafficked, so look at the women first.
  sex-only-framing | Trafficking refers to prostitution under force.
  sex-only-framing | People who have been trafficked are usually female.
* none | Sex trafficking is commercial sex by force, fraud or coercion.
  none | Trafficking is about work as often as about sex.
  none | Men and boys are trafficked too, for labor and for sex.
* none | Trafficking does not mean sex alone.
  foreign-only-framing | Trafficking means bringing people across a border.
  foreign-only-framing | People who are trafficked come from poor countries.
* foreign-only-framing | American citizens do not get trafficked.
  foreign-only-framing | It is a problem of other countries and does not happen here.
  foreign-only-framing | Look out for foreigners who pay in cash.
* none | Trafficking needs no border and no movement.
  none | Some people who are trafficked come from abroad, and many were born nearby.
  none | A T visa is for certain people from other countries.
* none | Smuggling means crossing a border; trafficking does not.
  uncited-number | About 68% of survivors saw a clinician while they were exploited.
  uncited-number | One in four had been to a dentist.
* uncited-number | Some 25 million people live in forced labor.
  uncited-number | Researchers spoke with 173 survivors.
  uncited-number | Two thirds of the workers had an injury.
* none | About 68% of survivors saw a clinician while they were exploited. | cited
  none | Rosa, 34, works 16 hours a day for 3 dollars an hour.
  none | Call back within 24 hours, and again on day 7.
* none | Anyone under 18 is a minor here, and the visit takes 20 minutes.
  none | The rule stands in 45 CFR 164.512 and dates from 2013.
  none | In room 12 a family of 5 shares one phone.
* absolute-claim, victim-label | All victims are afraid of the police.
  absolute-claim | Traffickers always take the passport.
  absolute-claim | Survivors never tell the whole story at first.
* absolute-claim | Our protocol guarantees a safe outcome.
  absolute-claim | A barcode tattoo proves that someone is being trafficked.
  absolute-claim | Every survivor wants to talk about it.
* absolute-claim | The hotline is completely anonymous and safe.
  absolute-claim | Screening tools are foolproof when used well.
  absolute-claim | Trafficked workers invariably look exhausted.
* absolute-claim | No survivor ever discloses on the first visit.
  none | Always ask before you touch.
  none | Offer every patient a few minutes alone.
* none | We never use a relative as an interpreter.
  none | Not all survivors are afraid of the police.
  none | Nobody can guarantee what happens after a report.
* none | Be sure to close the door first.
  none | Her boss always answers for her.
  none | A tattoo alone does not prove anything.
* none | Survivors should never be asked to prove their story.
  none | The portal is not completely private.
  missing-content-note | He held her down and burned her with a cigarette.
* missing-content-note | The foreman beat him until he could not stand.
  missing-content-note | At fifteen she was raped by three men.
  missing-content-note | They locked her in a closet and starved her.
* missing-content-note | “He choked me until I passed out,” she says.
  none | He held her down and burned her with a cigarette. | note
  none | Has anyone ever choked you or put hands around your neck?
* none | Tie the gown in front and lock the door.
  none | Strangulation can injure the neck without a mark.
  none | The assistant was tied up with another patient.
* none | Listen to the heart; the beat was regular.
  alert-family | Call the mother of a minor right away.
  alert-family | Before anything else, let the parents know what you suspect.
* alert-family | Inform the guardian immediately so that the child can go home.
  none | Never tell a parent who may be involved what you suspect.
  none | Tell the clinician right away.
* none | The state line decides when a relative hears of it.
  reunite-family | The aim is to bring the child back to her family.
  reunite-family | Plan to reunite him with his parents.
* none | Reunion with relatives is a decision for child protection.
  confront | Confront the man who keeps her phone.
  confront | Challenge the companion about the bruises.
* confront | Ask the employer directly whether he is trafficking her.
  none | Do not confront the companion.
  none | The hardest challenge is time.
* training-mandate | This training is required by Missouri law.
  training-mandate | Missouri mandates a yearly course for all nurses.
  none | Missouri law requires a report of suspected child abuse.
* none | No Missouri law that we found requires this training.
  credit-claim | You earn two contact hours for this module.
  credit-claim | Finish the track and claim your CME credit.
* none | The certificate carries no continuing education credit.
  confidentiality-promise | Tell her that everything she says stays between you.
  confidentiality-promise | Assure him that nothing will leave this room.
* none | Tell the patient what you cannot keep to yourself before you ask.
  disclosure-price | Refer to legal aid only after the patient discloses.
  disclosure-price | She has to tell you what happened before you can help.
* none | Help does not depend on what a patient tells you.
  outdated-fact | Call the National Human Trafficking Resource Center.
  outdated-fact | Trafficking is the third largest criminal industry in the world.
* none | The poster law still has the hotline's old name.
  none | The practice saves time by printing labels first.
  none | Films show kidnapping, and that is seldom how it starts.
* none | A survivor who teaches is not a voice for the voiceless; nobody was voiceless.
  none | Ask who chose this clinic and who pays.
  none | A study of a few dozen nurses cannot speak for all.
* none | Call the interpreter line right away if her English is thin.
  none | Most survivors of childhood harm meet a dentist at some time.
  none | Tell the parents of a newborn first how the hearing test works.
  alert-family | If the patient is under age, notify the parents or guardians right away.
  alert-family | Call a parent first, and then the clinician.
  reunite-family | The goal is to reunite the child with the family.
  rescue-language | You should be ready to rescue the patient.
  rescue-language | Rescue the patient before the companion is back.
  confront | Confront the man who came with her.
  training-mandate | Missouri requires yearly training for nurses.
  credit-claim | You earn 2 CE credits.
  credit-claim | It gives one contact hour.
  confidentiality-promise | Say that everything stays confidential.
  disclosure-price | Offer help only after the patient discloses.
  outdated-fact | Call the NHTRC.
  outdated-fact, uncited-number, victim-label | More than 20 million people are victims.
  outdated-fact | It is the third largest criminal industry.
  none | Never notify a parent or guardian who may be involved right away.
  none | Staff should not try to rescue anybody.
  none | No Missouri law requires this training.
  none | It gives no CE credit and no contact hours.
  none | Tell the patient the limits of confidentiality before you ask.
`
