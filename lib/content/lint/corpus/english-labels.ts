/** Labelled English sentences about how people are named, blamed and helped. How to read a line stands in `corpus.ts`. */
export const englishLabels = `
  rescue-language | Nurses who take this course learn how to rescue girls from the streets.
  rescue-language | Our clinic is proud of the women it has saved from traffickers.
* rescue-language | Every one of you can be the hero of a child like this.
  rescue-language | With one phone call you set a young man free.
  rescue-language | The practice is a beacon of hope for people in bondage.
* rescue-language | Your task is to get her out of that house tonight.
  rescue-language | Together we give survivors their lives back.
  rescue-language | Speak up, because you are the voice of the voiceless.
* rescue-language | Staff act as rescuers until the police arrive.
  rescue-language | Do not wait: save the girl before her boss returns.
  rescue-language | The team liberated four workers from a nail salon.
* rescue-language | Each of us is called to restore their stolen dignity.
  none | Staff do not rescue; they offer care, information and choices.
  none | Keep a rescue inhaler in the exam room.
* none | Save the patient a second trip by drawing blood today.
  none | The portal saves her answers when she leaves the page.
  none | Trying to save someone takes choices away from them.
* none | Feel free to offer water and a moment alone.
  none | The fire and rescue crew brought a burn patient to our door.
  none | A raid that officials call a “rescue” can end in detention.
* none | Hero stories leave out what the person did for herself.
  none | She saved the number under her dentist's name.
  none | Instead of rescuing, ask what would help tonight.
* stigma-language | The waiting room was full of addicts that morning.
  stigma-language | Ask whether the prostitute has used condoms.
  stigma-language | Chart the patient as non-compliant when she misses a visit.
* stigma-language | Illegal immigrants come late because they fear the bill.
  stigma-language | He is a frequent flyer who only wants pills.
  stigma-language | A pimp often drives the car himself.
* stigma-language | Child prostitutes rarely see a dentist.
  stigma-language | Drug abusers are easy to control through their supply.
  stigma-language | Some of these difficult patients are just attention-seeking.
* stigma-language | Survivors often feel like damaged goods, which they are in a way.
  stigma-language | The junkie in room two wants to leave.
  stigma-language | Her drug screen came back dirty.
* none | A person with a substance use disorder can be controlled through their supply.
  none | Replace “non-compliant” with what happened: she had no ride.
  none | Under Missouri law nobody under 18 may be convicted of prostitution.
* none | People who sell sex come to primary care for ordinary reasons.
  none | Addiction can be a hold that an exploiter uses.
  none | Never write that someone is an addict.
* none | The word prostitute hides what was done to a child.
  none | It is illegal to hold a worker's passport.
  none | Clean the dirty instruments before the next patient.
* none | Alcoholics Anonymous meets in the church next door.
  none | The form asks for an alien registration number, if there is one.
  none | Flying often for work, he refills early.
* victim-label | Give the victim a blanket and a quiet room.
  victim-label | Most victims do not come forward.
  victim-label | A victim may answer in a flat voice.
* none | Federal law speaks of victims of a severe form of trafficking.
  none | The crime victims' compensation fund may pay for counseling.
  none | The Trafficking Victims Protection Act was passed in 2000.
* none | A victim advocate can sit with her during the exam.
  none | Say survivor or person, not victim.
  none | Beware of victim-blaming in the chart.
* victim-blaming | Why did she not simply walk out?
  victim-blaming | He should have known better than to trust that recruiter.
  victim-blaming | She let herself be used for years.
* victim-blaming | Many of them chose this lifestyle.
  victim-blaming | The patient put herself in danger by going back.
  victim-blaming | It was partly his own fault for not reading the contract.
* victim-blaming | These teenagers are naive about strangers online.
  victim-blaming | He could have just quit.
  victim-blaming | The patient claims that she was held against her will.
* victim-blaming | Survivors who refuse help have only themselves to blame.
  victim-blaming | By dressing that way she invited attention.
  victim-blaming | A worker who signs such a contract is asking for trouble.
* victim-blaming | She was a willing participant at first.
  none | Nothing that happened was his fault.
  none | “Why didn't you leave?” sounds like blame.
* none | Why people stay has many answers: debt, love, fear, children.
  none | She let herself rest for the first time that day.
  none | You should have asked the companion to wait outside.
* none | Write “states” or “says” rather than “claims.”
  none | The insurance claims were in someone else's name.
  none | He was admitted to the hospital that night.
* none | Put yourself in his place: who would you tell?
  none | She chose the later appointment and a female nurse.
  none | A patient may decline help today and come back in a month.
* none | Lifestyle advice on diet and sleep can wait.
  none | The agency failed to pay the workers for six weeks.
`
