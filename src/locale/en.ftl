# English: complete. A message missing here would be said in French.

program = Recueil
banner-trial = TRIAL: these answers will not count
banner-trial-home = TRIAL: as long as the structure and the contact are missing, nothing counts

## Home

home-which = Which référentiel?
home-heading = Which questionnaire?
titled-derive = { $titre } (derived)
titled-discussion = { $titre } (being discussed)
home-settings = Say who we are (structure and contact)
home-more = Other actions…
home-results = See the results
home-correct = Correct a sheet
home-copy = Copy to the USB stick
more-heading = What would you like to do?
more-today = See the day
more-mirror = Show a group what it answered: the mirror
more-send = Prepare what goes to the city
more-tree = See the criteria of a référentiel
more-settings = Settings
more-welcome = Discover Recueil
due-arrivals = { $month }: start of the season. { $arrivals ->
    [one] One person has answered on arriving
   *[other] { $arrivals } people have answered on arriving
}{ $departures ->
    [0] .
   *[other] , { $departures } at the end of the season.
}
due-departures = { $month }: end of the season. { $arrivals ->
    [one] One person has answered on arriving
   *[other] { $arrivals } people have answered on arriving
}, { $departures ->
    [0] nobody at the end of the season.
   *[other] { $departures } at the end of the season.
}
due-nothing = { $month }. This season, { $arrivals ->
    [one] one person has answered on arriving
   *[other] { $arrivals } people have answered on arriving
}, { $departures ->
    [0] nobody at the end of the season.
   *[other] { $departures } at the end of the season.
}
home-problems = See what is wrong with the questionnaire files
home-problems-alert = { $count ->
    [one] One problem keeps a questionnaire file from being read. The others work.
   *[other] { $count } problems keep questionnaire files from being read. The others work.
}
home-help = Help
home-quit = Quit
home-today = { $count ->
    [0] Nobody has answered today yet
    [one] { $count } person has answered today
   *[other] { $count } people have answered today
}{ $trials ->
    [0] .
    [one] , and { $trials } trial.
   *[other] , and { $trials } trials.
}
home-undated = { $count ->
    [one] Where the day is not kept: { $count } answer this season.
   *[other] Where the day is not kept: { $count } answers this season.
}
home-sealed = { $count ->
    [0] No sealed answers here so far
    [one] { $count } sealed answer set here
   *[other] { $count } sealed answer sets here
}{ $clear ->
    [0] { "" }
   *[other] , { $clear } unsealed
}{ $trials ->
    [0] .
    [one] , and { $trials } trial today.
   *[other] , and { $trials } trials today.
}
home-sealed-how = Only a key kept elsewhere opens them. If the computer stops during an interview, its answers are lost.
home-where-named = The answers are in the folder given at the start: { $folder }
home-where-current = The answers are in this folder: { $folder }
home-where-program = The answers are beside the program: { $folder }
home-where-usual = The answers are in the data folder of this computer: { $folder }
home-where-other = The answers go to the other folder that was chosen: { $folder }
settings-not-kept = The structure and the contact hold for now, but could not be kept for next time.

## The questionnaires of a référentiel, what the mediator must know of it

forms-derived = { $sources ->
    [0] Its bearer has not validated this référentiel.
    [one] This référentiel is derived from public information: its bearer has not validated it. Its source: recueil show { $id }
   *[other] This référentiel is derived from public information: its bearer has not validated it. Its { $sources } sources: recueil show { $id }
}
forms-discussed = { $sources ->
    [0] Its bearer is working on this référentiel: it may still change.
    [one] Its bearer is working on this référentiel: it may still change. Its source: recueil show { $id }
   *[other] Its bearer is working on this référentiel: it may still change. Its { $sources } sources: recueil show { $id }
}
forms-validated = { $date ->
    [none] This référentiel was validated by { $who }
   *[other] This référentiel was validated on { $date } by { $who }
}{ $people ->
    [0] .
    [one] { " " }(one person).
   *[other] { " " }({ $people } people).
}
forms-unsealed = Impact assessment done on { $date }. The rows stay unsealed: “{ $reason }”
forms-sealed = Impact assessment done on { $date }. The rows are sealed.
forms-language = { $count ->
    [one] One form is not wholly translated ({ $language }): what is missing is said in French.
   *[other] { $count } forms are not wholly translated ({ $language }): what is missing is said in French.
}
forms-parents = trial: the parents' authorisation is missing (recueil.toml)
forms-home = Back to the home screen

## A locked référentiel: only the mediator reads this

locked-heading = Locked: { $titre }
locked-why = { $id ->
    [upc] Who answers here becomes known as followed for psychic health. Each row, even without any answer, is health data. So none of these questionnaires can begin, even as a trial, before what follows.
   *[other] Who answers here becomes known as one of a group that this exposes. Each row, even without any answer, is sensitive data. So none of these questionnaires can begin, even as a trial, before what follows.
}
locked-assessment = To do: the impact assessment (DPIA), with the person in charge of data protection. Once it is done, write its date.
locked-protection = To do: seal (encrypt) the rows, so that nobody can read them on this computer. Plug in a USB stick and run “recueil keys --into” with its folder. Or, as an exception, keep them unsealed: this is a decision of the structure, write the reason, in one sentence.
locked-write = At the end of { $file }, write these lines and complete them. Then open Recueil again.
locked-assessment-line = the day when the impact assessment was done
locked-day = YYYY-MM-DD
locked-protection-line = only without keys: why the rows stay unsealed

## A trial because the parents' authorisation is missing: only the mediator reads this

trial-heading = This will be a trial
trial-parents = This questionnaire is for minors, and the parents' authorisation is missing. Once the parents have agreed, write the line that follows at the top of { $file }, then open Recueil again.
trial-go = Go on, as a trial

## Problems of files

problems-title = Questionnaire files
problems-heading = What is wrong, and where

## One thing to type

prompt-structure = What is the name of your structure?
prompt-structure-hint = As people know it. It is shown before the first question.
prompt-contact = Whom can people ask about the answers?
prompt-contact-hint = A function, a telephone or an address. This is shown before the first question too.
prompt-folder = In which other folder should the answers be written?
prompt-folder-hint = A folder of this computer, or of a USB stick.

## Before the first question

notice-heading = { $questions ->
    [one] { $questions } question.
   *[other] { $questions } questions.
} Take your time: there is no right answer.
notice-purpose = These questions help to see what changes for the people who come here, and what should be better. The place is judged, not you.
notice-free = Answering is free. You may pass a question, or stop. Answering or not changes nothing for you.
notice-who = Your name is not asked. But in a small group somebody may guess, and the person who types can read. The answers stay with { $structure }, for a report without names.
notice-contact = For any question: { $contact }
notice-age = This questionnaire is for people of { $age } and over.
notice-no-structure = the structure
notice-no-contact = the person who welcomes you
notice-begin = Begin
notice-refuse = Do not answer
notice-settings = Say first who we are (structure and contact)

unwritable-heading = The answers cannot be saved here
unwritable-text = Nothing is lost: nobody has answered yet.
unwritable-elsewhere = Choose another folder
unwritable-anyway = Begin all the same: the answers will stay in memory and a folder must be chosen at the end
unwritable-home = Go back

## Before the first question, where having come says something already

consent-shows = Answering shows that you come to this workshop. The law protects this as health information.
consent-free = You may refuse without saying why: it changes nothing for you. You may also pass a question, or stop.
consent-ask = Do you agree to answer?
consent-yes = Yes, I agree to answer
consent-no = No, I do not answer
consent-choose = Nothing is chosen. First choose a line, with its digit or the arrows.

## An interrupted interview: what whoever looks after the computer reads of it

home-drafts = { $count ->
    [one] An interrupted interview
   *[other] { $count } interrupted interviews
}
draft-label = { $answers ->
    [0] { $title }
    [one] { $title }, { $answers } answer
   *[other] { $title }, { $answers } answers
}
draft-unnamed = A file that cannot be read
draft-resume = Go on with it
draft-erase = Erase it
draft-later = Later
draft-keep = Keep it as it is
draft-trial = It was a trial: it stays one.
draft-torn = Its end could not be read: the last answer may be missing.
draft-then = The questionnaire has changed since: the questions will be those of before.
draft-unknown = Nobody knows any more which questions were asked: it cannot be gone on with.
draft-erase-heading = Erase this interview?
draft-erase-text = Its answers will be lost for good.
draft-erase-no = No, keep it
draft-erase-yes = Yes, erase it
draft-held = This interview is open in another window, or is gone.
draft-stopped = The rest of this interview could not be taken up.
draft-unremoved = An interview is over, but its answers are still in the folder "brouillons".
question-unkept = Nothing is kept if the computer stops.

## Question

question-place = Question { $position } of { $total }
question-pass = Pass this question
question-passed = You had passed this question: { $reason }
day-hint = For example: 22/11/2026
question-rephrased = In other words: { $text }
question-other = Say which in a few words, or pass.
note-next = Go on
no-such-line = There is no line { $digit } here.
choose-one = First choose an answer, with its digit or the arrows. Or 0 to pass.
choose-several = First tick one answer or more, with their digits. Or 0 to pass.
type-or-pass = Nothing is written. Write, or press Enter once more to pass.
pass-heading = Pass this question. Would you like to say why?
pass-silent = Pass without saying why
missing-nsp = I do not know
missing-refus = I do not wish to answer
missing-nc = This does not concern me
missing-pas-compris = I did not understand the question
missing-sans-reponse = Question passed
missing-illisible = Illegible
missing-non-posee = Question not asked
missing-non-atteinte = Question not reached
answer-missing = No answer yet
and-also = { "; " }
quoted = “{ $text }”

## The answers given so far, while questions are asked

seen-heading = The answers given so far
seen-hint = Choose a question to change its answer. You will then come back to where you were.
seen-passed = Question passed: { $reason }
seen-back = Back to the question

## Review, end, stop

review-place = Review
review-heading = Here are your answers. Is this right?
review-hint = Enter saves. To change an answer, go down to it with the arrows, then Enter.
review-save = Save these answers
leave-heading = Stop here?
leave-text = Nothing is saved yet.
leave-resume = No, go on
leave-discard = Yes, and erase the answers
leave-keep = Yes, and keep the answers given so far
saved-heading = Saved
saved-thanks = Thank you. Your answers are on the disk.
saved-trial = This was a trial: the row is apart, it will not count.
saved-unsure = Take care: your answers are saved, but this disk did not confirm a write. Tell the person who looks after this computer, and copy the answers to a USB stick today.
saved-full = Take care: your answers are saved, but this disk is full. Tell the person who looks after this computer: room must be made before the next person.
saved-where = Where: { $file }
saved-again = The same questionnaire, for the next person
saved-home = Back to the home screen
saved-quit = Finish
failed-heading = Not saved
failed-text = The answers are still there, in memory. Do not switch off and do not close this window.
failed-again = Try again
failed-elsewhere = Save in another folder
failed-draft = They are also in the folder { $folder }: if the computer stops, they will be offered at the next start.
failed-draft-unsure = The draft, in { $folder }, may be on this same disk: do not count on it.
failed-nowhere = They are nowhere else: if this window closes, they are lost.
failed-copy = Show the answers, to copy them by hand
transcript-heading = The answers, to copy by hand
transcript-line = { $question } { $answer }
failed-leave = Stop

## What a mediator says once for a whole sitting

sitting-heading = Settings of the sitting
sitting-hint = They hold for each person, until you change them.
sitting-done = That is right
sitting-line-groupe = Group: { $value }
sitting-line-seance = Sitting: { $value }
sitting-line-date = Day of the answers: { $value }
sitting-line-support = On: { $value }
sitting-line-aide = Help: { $value }
sitting-line-aidant = Who helps: { $value }
sitting-line-aide-langue = Help with the language: { $value }
sitting-line-langue = Language spoken: { $value }
sitting-told-groupe = group { $value }
sitting-told-seance = sitting { $value }
sitting-no-groupe = (none)
sitting-no-seance = (none)
sitting-today = today
sitting-ask-groupe = Which group?
sitting-hint-groupe = For example: Monday morning. Never the name of a person. Leave it empty where there is no group.
sitting-ask-seance = Which sitting?
sitting-hint-seance = A number or a word: 3, street party. You may leave it empty.
sitting-ask-date = On which day did people answer?
sitting-hint-date = For example: 22/11/2026. Leave it empty for today.
sitting-ask-support = What do people answer on?
sitting-is-support-ecran = screen
sitting-is-support-papier = paper
sitting-is-support-telephone = telephone
sitting-ask-aide = With what help?
sitting-is-aide-seul = alone
sitting-is-aide-lu = questions read aloud
sitting-is-aide-a-deux = two together
sitting-is-aide-entretien = interview
sitting-is-aide-groupe = as a group
sitting-ask-aidant = Who helps?
sitting-is-aidant-unsaid = (not noted)
sitting-is-aidant-animateur = workshop leader
sitting-is-aidant-benevole = volunteer
sitting-is-aidant-soignant = carer
sitting-is-aidant-enseignant = teacher
sitting-is-aidant-pair = somebody else of the group
sitting-is-aidant-proche = a relative or friend
sitting-is-aidant-autre = somebody else
sitting-ask-aide-langue = Does somebody help with the language?
sitting-is-aide-langue-0 = no
sitting-is-aide-langue-1 = yes
sitting-ask-langue = Which language is spoken?
sitting-is-langue-unsaid = that of the screen
sitting-is-langue-fr = French
sitting-is-langue-br = Breton
sitting-is-langue-en = English
sitting-is-langue-ar = Arabic
sitting-is-langue-tr = Turkish
sitting-is-langue-ru = Russian
sitting-is-langue-uk = Ukrainian
sitting-is-langue-fsl = sign language
sitting-long = That is too long: 80 characters at most.
sitting-day = A day in the past is needed, less than two years ago: 22/11/2026. Or nothing, for today.

## The sitting with a group: what the mediator reads of it

home-seance = Hold a session with a group
home-seances-left = { $count ->
    [one] Take up the session that is not over
   *[other] Take up one of the { $count } sessions that are not over
}
seance-left-heading = A session is not over
seance-left-hint = The computer stopped, or it was left for later. What was saved still is.
seance-left-label = { $title }, { $group ->
    [none] group without a name
   *[other] group { $group }
}, { $day }: { $present ->
    [one] one person there
   *[other] { $present } people there
}, { $answered ->
    [0] no answer yet
    [one] one has answered
   *[other] { $answered } have answered
}
seance-which-hint = For today's session, or for sheets filled in another day.
seance-setup = A session with a group
seance-setup-hint = Said once, for the whole group. Change what is not right.
seance-begin = That is right, begin the session
seance-line-present = People there: { $count }
seance-line-road = How: { $value }
seance-ask-present = How many people are there, the team not counted?
seance-hint-present = You can change this number at the end.
seance-ask-road = How does the group answer?
seance-hint-road = Whichever it is, anyone may say no.
seance-is-road-clavier = each in turn, at the keyboard
seance-is-road-feuilles = each on a sheet of paper
seance-is-road-vote = by show of hands: hands are counted
seance-proposed = Enter with nothing typed: { $number }
seance-number = A number is needed, from { $least } to { $most }.
seance-heading = The session
seance-present = { $present ->
    [one] One person is there.
   *[other] { $present } people are there.
}
seance-counts = Answered: { $answered }. Left before the end: { $left }. Did not wish to: { $refused }. Still to come: { $remaining }.
seance-voted = Questions counted: { $counted } of { $all }.
seance-trial = This is a trial: nothing will count. For answers to count, first say who you are, from the home screen; for children the parents' consent is needed too.
seance-next-person = Next person
seance-next-sheet = Next sheet
seance-next-vote = Next question: { $question }
seance-one-refused = Someone does not wish to answer
seance-script = What is read aloud to the group
seance-print = Print the sheets
seance-correct = Correct a sheet
seance-correct-this = Correct what was typed of this sheet
seance-ask-correct = Which sheet do you want to correct?
seance-sheet-corrected = Sheet { $number } is corrected.
seance-sheet-untouched = Sheet { $number } stays as it was.
seance-sheet-unknown = No sheet { $number } has been typed in this session.
seance-end = End the session
seance-back = Back to the session
seance-ready = I am the next person: begin
seance-ready-tu = It is my turn: begin
seance-take-back = Session leader: take the keyboard back
seance-hand-over = Pass the keyboard to the next person
seance-hand-over-tu = Pass the keyboard to the next person
seance-hand-over-text = When you are ready: Enter. The team takes the keyboard back with 2, then Enter.
seance-hand-over-text-tu = When you are ready: Enter. The team takes the keyboard back with 2, then Enter.
seance-thanks = Thank you
seance-thanks-text = It is saved. Nobody after you will see your answers on this screen.
seance-thanks-text-tu = It is saved. Nobody after you will see your answers on this screen.
seance-pass-on = I have finished
seance-ask-sheet = Which sheet?
seance-hint-sheet = The number is at the top of the sheet. Escape: back to the session.
seance-sheet-saved = Sheet { $number } is saved.
seance-twice = Sheet { $number } has been typed already
seance-twice-text = In this session this number has been typed before. Look at the number at the top of the sheet.
seance-other-number = It is another number
seance-type-again = Type it all the same: it is not the same sheet
seance-printed = { $count ->
    [one] One sheet is ready to print: number { $first }
   *[other] { $count } sheets are ready to print: numbers { $first } to { $last }
}
seance-printed-text = Open this file, then print it (Ctrl P):
seance-not-printed = The sheets could not be made
seance-ask-hands = How many hands for “{ $answer }”?
seance-ask-no-hand = How many did not raise a hand?
seance-no-hand = no hand raised
seance-counted = { $answer }: { $count }
seance-beyond = { $present ->
    [one] There are more hands than people: only one is there.
   *[other] There are more hands than people: { $present } are there.
}
seance-count-again = Count the hands again
seance-keep-hands = Keep these numbers all the same
seance-pausing = What becomes of the session?
seance-pausing-text = What is saved stays so.
seance-go-on = Go on with the session
seance-pause = Leave it for later: it will be offered at the next start
seance-end-heading = The end of the session
seance-end-hint = This is what was counted. Change what is not right.
seance-settle = That is right: save the session
seance-line-answered = Answered: { $count }
seance-line-refused = Did not wish to answer: { $count }
seance-line-left = Left before the end: { $count }
seance-line-absent = Expected but absent: { $count }
seance-ask-answered = How many people answered to the end?
seance-ask-refused = How many people did not wish to answer?
seance-ask-left = How many people left before the end?
seance-ask-absent = How many people were expected and did not come?
seance-too-many = That makes more people than were there. If that is so, Enter once more.
seance-kept = The session is saved
seance-register-text = The session register remains: thirty seconds, most of it is filled in already.
seance-register-yes = Fill in the register now
seance-register-no = Not now
seance-mirror = Show the group what it answered: the mirror
seance-done = It is done
seance-done-text = The session and the register are saved. Thank you.

## A sheet of paper that is typed

sitting-fast = Typing: one key a question
sitting-steady = Typing: Enter after each answer
sheet-place = { $place } (sheet { $number })
sheet-end-heading = End of the sheet
sheet-end-numbered = End of sheet { $number }
sheet-end-blank = The lines to write on: are they blank?
sheet-end-text = All is typed.
sheet-coded = Code: { $code }
sheet-save = Nothing else is written: save
sheet-words = Words are written: type them
sheet-code = A code is written: type it

## The code that pairs the arrival and the end of the season

card-yours = Your code
card-copy = Copy this code onto your card, and keep it in the envelope: it will be of use at the end of the season.
card-copied = I have copied the code
card-unwanted = I do not want a code
card-ask = Do you have your code?
card-hint = It is on your card, in the envelope: two words and two digits.
card-none = I have no code
card-shape = Two words and two digits are needed: read your card again.
card-word = “{ $word }” is no word of the codes: read your card again.
card-wrong = This code has a mistake: read your card again.
paper-ask = Which code is written on the sheet?
paper-hint = It is at the end of the sheet: two words and two digits.
paper-none = There is none
paper-shape = Two words and two digits are needed: read the sheet again.
paper-word = “{ $word }” is no word of the codes: read the sheet again.
paper-wrong = This code has a mistake: read the sheet again.

## Refusal of an answer

refusal-nothing-asked = No question is waiting for an answer.
refusal-wrong-kind = This answer is not of the kind that the question wants.
refusal-empty = There is no answer.
refusal-choice = “{ $name }” is not an answer of this question.
refusal-exclusive = “None of these” goes with no other answer.
refusal-reason = { $code } is not possible for this question.
refusal-number = A whole number is needed, in digits: 12.
refusal-day = A date is needed: 22/11/2026.
refusal-long = This is too long: { $length } characters, and { $most } at most. Make it a little shorter.
refusal-reserved = “{ $code }” alone is a reserved code. Write it otherwise, for example in small letters.
refusal-constraint = This answer does not fit the question.

## An answer to be confirmed

doubt-attention = This answer is unusual.
doubt-telephone = This looks like a telephone number. Better not to write it.
doubt-email = This looks like an e-mail address. Better not to write it.
doubt-social-security = This looks like a social security number. Better not to write it.
doubt-keep = Enter once more to keep this answer.
doubt-review = { $answer } (to be confirmed)
words-no-name = No person's name.
words-no-name-said = person's name

## The same things said to a child or a pupil

notice-heading-tu = { $questions ->
    [one] { $questions } question.
   *[other] { $questions } questions.
} Take your time: there is no right answer.
notice-purpose-tu = These questions help to know what is good here, and what should change. Nobody gives you a mark.
notice-free-tu = You are allowed not to answer, to pass a question or to stop. Nobody will be angry, and it changes nothing for you.
notice-who-tu = We do not ask your name. But in a small group somebody may guess, and the person who types can read. The answers stay with { $structure }, without the names.
notice-contact-tu = If you have a question: { $contact }
notice-no-contact-tu = the person who welcomes you
consent-shows-tu = Answering shows that you come to this workshop. The law protects this as health information.
consent-free-tu = You can say no, without saying why: it changes nothing for you. You can also pass a question, or stop.
consent-ask-tu = Would you like to answer?
consent-choose-tu = Nothing is chosen. First choose a line, with its digit or the arrows.
question-passed-tu = You had passed this question: { $reason }
question-other-tu = Say which in a few words, or pass.
choose-one-tu = First choose an answer, with its digit or the arrows. Or 0 to pass.
choose-several-tu = First tick one answer or more, with their digits. Or 0 to pass.
type-or-pass-tu = Nothing is written. Write, or press Enter once more to pass.
pass-heading-tu = Pass this question. Do you want to say why?
seen-hint-tu = Choose a question to change its answer. You will then come back to where you were.
review-heading-tu = Here are your answers. Is this right?
review-hint-tu = Enter saves. To change an answer, go down to it with the arrows, then Enter.
saved-unsure-tu = Take care: your answers are saved, but this disk did not confirm a write. Tell the person who looks after you here.
saved-full-tu = Take care: your answers are saved, but this disk is full. Tell the person who looks after you here.
saved-thanks-tu = Thank you. Your answers are on the disk.
card-yours-tu = Your code
card-copy-tu = Copy this code onto your card, and keep it in the envelope: it will be of use at the end of the season.
card-ask-tu = Do you have your code?
card-hint-tu = It is on your card, in the envelope: two words and two digits.
card-shape-tu = Two words and two digits are needed: read your card again.
card-word-tu = “{ $word }” is no word of the codes: read your card again.
card-wrong-tu = This code has a mistake: read your card again.
failed-text-tu = Your answers are still there, in memory. Call the person who welcomes you, and do not close this window.
refusal-long-tu = This is too long: { $length } characters, and { $most } at most. Make it a little shorter.
refusal-reserved-tu = “{ $code }” alone is a reserved code. Write it otherwise, for example in small letters.
help-look-back-tu = Looking back shows the answers given so far: change one, and you come back to where you were.
help-mouse-tu = The mouse works too: click an answer, then once more to confirm.
small-window-tu = This window is too small. Make it larger: { $columns } columns and { $rows } rows are needed.
plain-choose-tu = Your choice?
plain-answer-tu = Your answer?
plain-several-tu = Your choices, separated by a space?
borne-welcome-tu = Welcome. Here you can say what you think.
borne-who-tu = Your name is not asked. But in a small group somebody may guess. The answers stay with { $structure }, for a report without names.
borne-left-discarded-tu = If you leave before the end, your answers are erased.
borne-left-kept-tu = If you leave before the end, the answers already given are kept.
borne-age-tu = Are you { $age } or over?
borne-young-text-tu = These questions are for people of { $age } and over. Nothing was kept. What you think matters too: tell the person who welcomes you.
borne-helper-tu = Call somebody you trust
borne-helper-text-tu = They will see this question only. Say your words, they will type them. Nobody else needs to look at the screen.
borne-failed-text-tu = The computer could not save. It is not your fault. Call the person who welcomes you: your answers are still here.
borne-closed-text-tu = The computer cannot save anything. Tell the person who welcomes you.
borne-card-tu = Write these words on your card
borne-card-text-tu = Keep the card in the envelope: it will be needed at the end of the season. This computer forgets these words right after.
borne-card-type-tu = Which words are on your card?
borne-thanks-text-tu = Your answers are saved. Nobody will see them on this screen.
borne-help-tu = If you wish to talk to somebody: { $help }
borne-last-tu = { $count ->
    [one] This screen will be cleared in one second.
   *[other] This screen will be cleared in { $count } seconds.
} To keep it longer, press another key.
borne-still-tu = Are you still there?
borne-still-discarded-tu = Your answers are hidden. { $count ->
    [one] If not, they will be erased in one second.
   *[other] If not, they will be erased in { $count } seconds.
}
borne-still-kept-tu = Your answers are hidden. { $count ->
    [one] If not, those already given will be kept in one second.
   *[other] If not, those already given will be kept in { $count } seconds.
}
borne-how-any-tu = To go on, press the large Enter key, or any other.
borne-how-enter-tu = Press the large Enter key.
borne-how-begin-tu = To begin, press the large Enter key.
borne-how-one-tu = Press the digit of the line that suits you, then the large Enter key.
borne-how-chosen-tu = You chose: { $label }. To confirm, press the large Enter key. To change, press another digit.
borne-how-several-tu = Press the digit of each answer that suits you, then the large Enter key.
borne-how-review-tu = To save, press the large Enter key. To change an answer, press its digit first.
borne-how-ticked-tu = To confirm, press the large Enter key. To take an answer away, press its digit again.
borne-how-text-tu = Type your words. At the end, press the large Enter key. With nothing written, Enter goes back.
borne-how-number-tu = Type the number, then the large Enter key. To pass, press Enter with nothing written.
borne-how-day-tu = Type the day, then the large Enter key. To pass, press Enter with nothing written.
borne-how-card-tu = Type the words of your card, then the large Enter key. With nothing written, Enter goes back.

## The same things said to the team, which counts a group

notice-heading-equipe = { $questions ->
    [one] { $questions } question for the team
   *[other] { $questions } questions for the team
}
notice-purpose-equipe = We count the group, never a person. Do not write any name. Pass what you do not know.
notice-who-equipe = The answers stay with { $structure }.
notice-refuse-equipe = Go back
review-heading-equipe = Here is what was noted. Is this right?
saved-thanks-equipe = It is on the disk.
saved-again-equipe = The same questionnaire, once more

## Dates

date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Files: what could not be done, and why

fault-create-folder = The folder { $path } cannot be made: { $reason }
fault-open = { $path } cannot be opened: { $reason }
fault-lock = { $path } cannot be reserved: { $reason }
fault-read = { $path } cannot be read: { $reason }
fault-write = { $path } cannot be written: { $reason }
fault-sync = The disk did not confirm that it has kept { $path }: { $reason } Nothing more will be added to this file.
reason-full = there is no room left. Make room, or choose another folder.
reason-denied = this user is not allowed to. Choose another folder.
reason-read-only = the disk is read-only. Choose another folder.
reason-gone = it is no longer there, or something else has taken its place. Put the stick or the folder back, or choose another folder.
reason-foreign = its header is not that of Recueil. It was not touched. Move it or rename it, or choose another folder.
reason-damaged = lines of it are damaged: “recueil check data” says which. Nothing was changed.
reason-torn = its beginning was not all written: the power must have failed. It was not touched.
reason-suspect = the disk did not confirm an earlier write to this file. Choose another folder.
reason-cannot-seal = recueil.toml asks for answers to be sealed (cles), and this version of the program cannot. Take the complete version.
reason-other = { $system }.

## Keys

help-title = The keys
key-digit = choose
key-move = move
key-mark = tick
key-confirm = confirm
key-close = close
key-scroll = scroll
key-pass = pass
key-back = back
key-rephrase = in other words
key-look-back = look back
key-illegible = unreadable
key-help = help
key-leave = stop
key-undo = undo
key-redo = redo
key-word = from word to word
key-delete-word = delete a word
key-delete-line = delete what is before
key-palette = actions
name-digits = { $last ->
    [1] 1
   *[other] 1 to { $last }
}
name-move = ↑ ↓
name-space = Space
name-enter = Enter
name-zero = 0
name-f2 = F2
name-left = ←
name-page-up = Pg↑
name-f1 = F1
name-f3 = F3
name-f4 = F4
name-f5 = F5
name-f6 = F6
name-escape = Esc
name-colon = :
name-ctrl-p = Ctrl P
name-undo = Ctrl Z
name-redo = Ctrl Y
name-word = Ctrl ← →
name-delete-word = Ctrl W
name-delete-line = Ctrl U
help-azerty = The top row of a French keyboard works without Shift: & é " ' ( - è _ ç à are 1 2 3 4 5 6 7 8 9 0.
help-look-back = Looking back shows the answers given so far: change one, and you come back to where you were.
help-mouse = The mouse works too: click an answer, then once more to confirm.
small-window = This window is too small. Make it larger: { $columns } columns and { $rows } rows are needed.
more-below = more ↓
more-below-large = There is more below
more-above-large = There is more above
more-both-large = More above and below
more-above = ↑ more

field-left = { $count ->
    [0] no sign left
    [one] { $count } sign left
   *[other] { $count } signs left
}
field-over = { $count ->
    [one] { $count } sign too many
   *[other] { $count } signs too many
}

## All that can be done here

palette-title = All that can be done here
palette-hint = A few letters are enough, then Enter.
palette-nothing = Nothing here has that name.
palette-open = { $form }, { $referentiel }
action-pass = Skip this question
action-back = Go back
action-rephrase = Say the question in other words
action-look-back = Look back at the answers given so far
action-illegible = Note that this answer is unreadable
action-undo = Undo what was just typed
action-redo = Redo what was just undone
action-help = Help: the keys
action-language = { $language } (change language)
action-leave = Stop
action-size = Large or usual size

## Reading aloud

key-aloud = read
name-f7 = F7
action-aloud = Read aloud
action-headphones = Headphones are plugged in: say my answers there, too
action-no-headphones = Headphones are no longer plugged in: say my answers no more
help-voice = Read says what is on the screen aloud; any key stops it. What is chosen or written is only said into headphones.
help-no-voice = For this computer to read aloud it needs a program: sudo apt install espeak-ng
plain-word-aloud = read
plain-word-headphones = headphones
voice-line = { $digit ->
    [0] Zero
    [1] One
    [2] Two
    [3] Three
    [4] Four
    [5] Five
    [6] Six
    [7] Seven
    [8] Eight
    [9] Nine
   *[other] { $digit }
}: { $label }
voice-typed = Written: { $text }
voice-taken = Chosen: { $text }
voice-look = There is a message on the screen.
voice-own = The answers already given are only said into headphones.
voice-headphones = Headphones are plugged in: the answers chosen are said there.
voice-room = Without headphones, answers are not said.

## Plain lines

plain-choose = Your choice?
plain-answer = Your answer?
plain-several = Your choices, separated by a space?
plain-taken = Noted: { $text }
plain-unknown = “{ $text }” is not understood. “help” says what can be typed.
plain-chosen = Chosen: { $text }
plain-stands = The answer for now: { $text }. Enter alone keeps it.
plain-written = Written already: “{ $text }”. Enter alone keeps it.
plain-nowhere = “{ $text }” leads nowhere here. “help” says what can be typed.
plain-no-line = There is no line { $text } here.
plain-too-long = This line is too long: it was not taken.
plain-not-text = This line is no text (UTF-8): it was not taken.
plain-welcome = At any time, “help” then Enter says what can be typed. Where an answer is to be written, put a colon before: “:help”.
plain-read = Enter to go on.
plain-line = { $number }. { $label }
plain-line-colon = A colon followed by { $number }, “:{ $number }”: { $label }
plain-problem = { $file }, line { $line }, column { $column }: { $title }. { $advice }
plain-detail = { $label }: { $detail }
plain-word-rephrase = say
plain-word-look-back = review
plain-word-language = language
plain-word-clear = clear
plain-again = Say again all that is here
plain-clear = Clear what is written already
plain-help-choose = Type the number of a line, then Enter.
plain-help-several = Type the number of each answer, with a space between numbers, then Enter. They replace those before.
plain-help-words = Write on one line, then Enter.
plain-help-number = Write a number in digits, then Enter.
plain-help-day = Write a day, for example 22/11/2026, then Enter.
plain-help-read = Enter goes on.
plain-help-enter = Enter alone: { $line }
plain-help-word = “{ $word }”: { $does }
plain-help-named = A colon alone says all that can be done. Followed by a few letters, for example “:copy”, it does it.
plain-help-colon = Here what follows begins with a colon: without it, it would be the answer.
plain-palette = You can write:
plain-end = The input is over: nothing more will be saved.
plain-hand-over = These lines stay on the screen: clear them before you pass the keyboard on, or use the full screen.

## The same things, where whole lines are typed

choose-one-lignes = Choose an answer first, by its number. Or 0 to pass.
choose-one-lignes-tu = Choose an answer first, by its number. Or 0 to pass.
choose-several-lignes = Give the number of one answer or of several first. Or 0 to pass.
choose-several-lignes-tu = Give the number of one answer or of several first. Or 0 to pass.
consent-choose-lignes = Nothing is chosen. Choose a line first, by its number.
consent-choose-lignes-tu = Nothing is chosen. Choose a line first, by its number.
type-or-pass-lignes = Nothing is written. Write, or Enter once more to pass.
type-or-pass-lignes-tu = Nothing is written. Write, or Enter once more to pass.
review-hint-lignes = Enter saves. To change an answer, type its number.
review-hint-lignes-tu = Enter saves. To change an answer, type its number.
seance-hint-sheet-lignes = The number is at the top of the sheet. “:q”: back to the session.
correct-hint-lignes = To change an answer, type its number. The old version is kept apart.
action-help-lignes = Help: what can be typed

## Command line

cli-about = Records, in a terminal, what digital mediation changes in people's lives.
cli-seance = A session with a group: the keyboard passed on, sheets, or hands raised
cli-seance-form = The form of the session, for example flsm-sortie
cli-collect = Fill in a questionnaire, on the screen or from a file of answers
cli-check = Check questionnaires and answers, and say all that is wrong
cli-diff = Say what changed between two versions, and which answers compare
cli-show = Show a référentiel, or the list of all questionnaires
cli-ref = The référentiel, for example flsm; without it, the list of questionnaires
cli-html = Write a page to print into this file; - for the output
cli-markdown = The list of questionnaires in Markdown
cli-force = Replace the file if it exists already
cli-fresh = Write a référentiel from nothing, step by step, with examples
cli-fresh-ref = Its id, in small letters, for example garden
cli-atelier = Put the criteria of a référentiel on the table: cards, projection, next version, minutes
cli-atelier-ref = The référentiel, for example flsm
cli-cards = Write the criteria as cards to cut out, into this file; - for the output
cli-per-page = Cards per sheet: 4 (if not said), or 8 without the questions
cli-blank = Number of blank cards (4 if not said)
cli-minute = Write the minutes, one page, into this file; - for the output
cli-sheets = Make sheets to print and fill in with a pen
cli-sheets-form = The questionnaire, for example com-court
cli-count = How many sheets, from 1 to 500
cli-from = The number of the first sheet; 1 without it
cli-to = The file to write; - for the output; without it, FORM-feuilles.html here
cli-duplex = To print on both sides: no sheet begins on the back of another
cli-aloud = Instead of the sheets, the page for who reads the questions aloud
cli-simulate = Makes up answers to try things out: trials, never answers that count
cli-simulate-form = The form, for example flsm-sortie
cli-simulate-count = How many rows, up to 1,000,000
cli-seed = The seed, a whole number: the same seed always gives the same rows
cli-paired = The same invented people on arriving and at the end of the season: writes both files
cli-change = The share of people whose answers go up one step, for example 0.3; 0 without it
cli-simulate-to = With -, writes the rows on the output instead of the dossier
cli-threads = On how many threads at a time
cli-correct = Corrects a sheet already recorded; the old version is kept apart
cli-correct-form = The form, for example com-court; without it, all of them
cli-feuille = The number of the sheet
cli-id = The identifier of the row (reponse_id)
cli-jour = The day of the answers or of the typing; without sheet or identifier, today
cli-withdraw = Withdraws all answers of a person, by their code
cli-code = The code of the person, for example lune-sapin-42
cli-oui = Asks for no confirmation
cli-access = Tells a person what is recorded of them, by their code
cli-access-html = Writes a page to read or print into this file; - for the output
cli-close = Closes a season: codes become pair numbers, with no way back
cli-cycle = The season, for example 2026-2027
cli-purge = Erases what was kept long enough, as the settings say
cli-form = The questionnaire, for example com-court; without it, the home screen
cli-answers = A CSV file: one line a person, one column for each question by name
cli-verify = A second typing of the same sheets: nothing is saved as long as the two differ
cli-init = Prepares a dossier: writes recueil.toml, asking its questions one by one
cli-init-folder = The folder to prepare; without it, the current one
cli-structure = The name of the structure
cli-contact = Whom to ask about the answers
cli-site = The place
cli-referentiels = The référentiels in use, parted by commas; without them, all
cli-with-questionnaires = Also copies the questionnaires of the program, to change them
cli-init-force = Replaces recueil.toml if it is there already
cli-gather = Unite the answers of several stations in one set
cli-sources = Dossiers, “data” folders, USB sticks, or CSV files of answers
cli-into = The folder of the set; it may hold one already
cli-settle = Ask which version to keep of each row in conflict
cli-keep = Keep this version of a row in conflict, without asking
cli-export = Write the answers for another program: spreadsheet, R, Frictionless
cli-export-form = Forms or référentiels; without them, all
cli-export-format = csv-excel, xlsx, datapackage, r or parquet; xlsform for the forms themselves
cli-export-to = The folder to fill
cli-complet = Everything that rows hold: for the structure itself
cli-diffusion = Nothing that finds somebody again: to be handed on
cli-export-without = Leave a column out; « textes », all open texts
cli-export-trials = Trials too, which never count
cli-export-force = Replace the folder, if it comes from an export
cli-kit = Prepares, for the city, the folder of each structure: it has nothing to type
cli-kit-table = The table of structures: structure, contact, site, referentiels, cle_…
cli-kit-to = The folder to fill, a folder in it for each structure
cli-kit-due = The day on which the parcel is due, for example 2027-06-30
cli-relay = What whoever takes over must know, on one page
cli-relay-html = Writes the page, to print, into this file
cli-init-kit = The folder prepared by the city, which says everything already
cli-import = Makes a file of questionnaires from an XLSForm workbook, or sessions from an export of La Coop
cli-import-file = Workbooks (xlsx, xls, ods), CSV or tables in Markdown of one référentiel; or activities exported from La Coop
cli-import-into = The folder to write it in; without it, “questionnaires” of the dossier
cli-import-force = Replaces the file if it exists already
cli-import-trial = The activities of La Coop, as trials that never count
cli-send = Prepares what goes to the city: says what leaves and what stays, and asks
cli-send-to = The folder to fill
cli-send-force = Replaces the folder, if it is a parcel
cli-copy = Copy the answers to a stick, read them again, and say when the stick may be taken away
cli-copy-to = The folder of the stick, for example /media/stick
cli-record-voice = Records your voice, which will read the questions of a form
cli-record-voice-form = The form whose questions you read
cli-record-voice-again = Read again the questions that are recorded already
cli-keys = Makes the two keys that open the answers, and seals all that come
cli-keys-into = Where to write the private keys: a USB stick, never the folder of the answers
cli-open = Opens sealed answers, with a private key
cli-identity = The file of the private key; - to type it
cli-open-from = Where the sealed files are: folders, USB sticks; without it, the working folder
cli-open-into = The folder to add the rows to; without it, the working folder
cli-remove = Removes the sealed files once their rows are added
cli-completions = Writes what completes the commands with the Tab key, in a terminal
cli-shell = The shell: bash, zsh or fish
cli-manual = Writes the page of the manual of the program or of one of its commands
manual-name = Name
manual-exit = Exit codes
manual-exit-codes = 0: done. 1: the data or the questionnaires have problems. 2: impossible, or asked wrongly.
cli-dossier = The working folder: settings, questionnaires, answers
cli-lang = The language: { $codes }
cli-plain = Plain lines instead of the full screen
cli-theme = The colours: clair (light), sombre (dark), contraste (high contrast) or sans_couleur (none)
cli-large = Few things at once, with air around them: for big letters
cli-ascii = Without arrows and rules, for old terminals
value-command = COMMAND
value-shell = SHELL
value-file = FILE
value-dir = FOLDER
value-path = PATH
value-source = SOURCE
value-text = TEXT
value-form = FORM
value-ref = REF
value-code = CODE
value-cycle = SEASON
value-old = OLD
value-new = NEW
cli-paths = Files or folders of questionnaires, files of answers (.csv), a “data” folder or a working folder; without them, the whole working folder
cli-against = Compare also with what is published: a file or a folder
cli-format = To be read (text) or for another program (json)
cli-old = The file or folder as it was
cli-new = The file or folder as it is
cli-help = This help
cli-version = The version
cli-options = Options
cli-commands = Commands
cli-arguments = Arguments
cli-usage = Usage:
cli-error = error: { $message }
cli-lang-unknown = “{ $lang }” is not a language of the program. Languages: { $codes }.
cli-theme-unknown = “{ $theme }” is not a theme. There are: { $words }.
cli-argument-unknown = “{ $argument }” is not understood here.
cli-argument-missing = Something is missing: { $argument }.
cli-argument-value = “{ $value }” does not fit { $argument }.
cli-argument-conflict = “{ $argument }” does not go with the rest.
cli-argument-twice = “{ $argument }” is there twice.
cli-argument-letters = A word of the command is not made of letters in UTF-8.
cli-argument-possible = There are: { $values }.
cli-try-help = Try “recueil --help”.
cli-did-you-mean = Did you mean “{ $name }”?
cli-form-unknown = No questionnaire is called “{ $name }”.
cli-forms = Questionnaires: { $names }.
cli-form-needed = With a file of answers, say for which questionnaire: recueil collect FORM --answers FILE.
cli-terminal = The terminal does not answer: { $system }.
cli-check-none = There is no questionnaire file here: { $path }
cli-check-well = { $files ->
    [one] { $files } file checked
   *[other] { $files } files checked
}, { $forms ->
    [one] { $forms } questionnaire
   *[other] { $forms } questionnaires
}: no problem.
cli-check-count = { $errors ->
    [0] { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
    [one] { $errors } error{ $warnings ->
        [0] { "" }
        [one] , { $warnings } warning
       *[other] , { $warnings } warnings
    }
   *[other] { $errors } errors{ $warnings ->
        [0] { "" }
        [one] , { $warnings } warning
       *[other] , { $warnings } warnings
    }
}
cli-check-accepted = { $count ->
    [one] { $count } warning accepted: see recueil show
   *[other] { $count } warnings accepted: see recueil show
}
cli-panic = Recueil stopped on an error of the program. What was saved still is. The answers of the person who was answering are not.

## What the team must know of the disk

team-unsure = This disk did not confirm a write: it may be about to fail. Nothing is lost. Tell the person who looks after this computer, and copy the answers to a USB stick today.
team-full = This disk is full: the last row took the room kept aside. Make room before the next person.
disk-set-aside = A torn row, from before a stop, was set aside in { $file }. It is not counted.
disk-elsewhere = { $count ->
    [one] One row saved
   *[other] { $count } rows saved
} elsewhere, in { $folder }: do not forget it with the other answers.
disk-unkept = The last interview could not be kept as it went: had the computer stopped, it would have been lost.

## The mirror: what the group sees of its answers, and what it says of them

mirror-heading = The mirror: what the group will see
mirror-hint = Read each sentence before the group does. Space: hide it, or show it. Enter: begin.
mirror-nothing = There is nothing to show: no answer, or only questions about private matters.
mirror-which = The mirror of which session?
mirror-no-seance = No session is recorded yet.
mirror-seance = { $day }, { $title }{ $group ->
    [none] { "" }
   *[other] , group { $group }
}{ $trial ->
    [yes] { " " }(trial)
   *[no] { "" }
}
mirror-place = Slide { $position } of { $total }
mirror-next = Next
mirror-story = The group answered this question. Who would like to tell about it, in their own words?
mirror-all = { $whole ->
    [yes] Everyone says: { $answers }.
   *[no] Everyone who answered says: { $answers }.
}
mirror-nearly = Almost everyone says: { $answers }.
mirror-most = More than half of the people say: { $answers }.
mirror-half = Half of the people say: { $answers }.
mirror-some = Part of the group says: { $answers }.
mirror-share = { $whole ->
    [yes] { $taken } people out of { $of } say: { $answers }.
   *[no] { $taken } people out of the { $of } who answered say: { $answers }.
}
mirror-first = The answer given most: { $answer }.
mirror-frequent = { $n ->
    [one] The answer given most: { $answers }.
   *[other] The answers given most: { $answers }.
}
mirror-answer = { $whole ->
    [yes] { $answer }, { $taken } people out of { $of }
   *[no] { $answer }, { $taken } people out of the { $of } who answered
}
mirror-and = { "; " }
mirror-or = { " or " }
mirror-others = another answer
mirror-ask = What does the group say about it?
mirror-ask-hint = One sentence at a time, no person's name. Enter keeps it; Enter with nothing written: that is all.
mirror-said = Kept: “{ $text }”
mirror-keep = Enter once more to keep this sentence.
mirror-long = It is too long: 280 characters at most. Make it two sentences.
mirror-over = The mirror is over
mirror-finish = Finish
mirror-say-more = Add a sentence of the group
mirror-sheet = Prepare a sheet to print for the group
mirror-sheet-ready = Open this file, then print it (Ctrl P):
mirror-again = See the slides again
mirror-page = What we answered
mirror-page-said = What we said about it
mirror-page-when = { $title }, { $day }
mirror-page-note = The sentences count people, never one alone. What a small number says is not shown.
mirror-unknown = No recorded session has the identifier “{ $id }”.
mirror-none = No session is recorded yet for what you ask.
mirror-written = The sheet for the group is ready: { $path }
stories-heading = What people told, and are willing to have quoted
stories-none = There is no story to quote yet.
stories-about = { $question } { $answer }
stories-about-nothing = Without a title
sayings-heading = What the groups said about it, after the mirror

## The borne: what whoever answers reads of it

borne-welcome = Welcome. Here you can say what you think.
borne-welcome-long = { $questions ->
    [one] There is one question.
   *[other] There are { $questions } questions. Allow about one minute for each.
} Take your time.
borne-welcome-who = Your name is not asked. Your answers go to { $structure }. Nobody will see them on this screen after you.
borne-welcome-which = Which line is yours?
borne-start = Begin
borne-speak = In English, please
borne-who = Your name is not asked. But in a small group somebody may guess. The answers stay with { $structure }, for a report without names.
borne-left-discarded = If you leave before the end, your answers are erased.
borne-left-kept = If you leave before the end, the answers already given are kept.
borne-age = Are you { $age } or over?
borne-age-yes = Yes
borne-age-no = No
borne-young = Thank you for coming
borne-young-text = These questions are for people of { $age } and over. Nothing was kept. What you think matters too: tell the person who welcomes you.
borne-call = Ask somebody to write for me
borne-write = Write myself, with the keyboard
borne-helper = Call somebody you trust
borne-helper-text = They will see this question only. Say your words, they will type them. Nobody else needs to look at the screen.
borne-helper-here = They are here and will write
borne-stop-text = Nothing is saved yet.
borne-stop-no = No, I go on
borne-failed-text = The computer could not save. It is not your fault. Call the person who welcomes you: your answers are still here.
borne-closed = One cannot answer now
borne-closed-text = The computer cannot save anything. Tell the person who welcomes you.
borne-closed-again = Try again
borne-card = Write these words on your card
borne-card-text = Keep the card in the envelope: it will be needed at the end of the season. This computer forgets these words right after.
borne-card-here = Yes, I have it before me
borne-card-type = Which words are on your card?
borne-thanks = Thank you!
borne-thanks-text = Your answers are saved. Nobody will see them on this screen.
borne-shown = The results of the group will be shown: { $when }
borne-help = If you wish to talk to somebody: { $help }
borne-last = { $count ->
    [one] This screen will be cleared in one second.
   *[other] This screen will be cleared in { $count } seconds.
} To keep it longer, press another key.
borne-end = I have finished
borne-goodbye = All right
borne-goodbye-text = Nothing was kept. Have a nice day!
borne-still = Are you still there?
borne-still-yes = Yes, I am here
borne-still-nothing = { $count ->
    [one] If not, the welcome comes back in one second.
   *[other] If not, the welcome comes back in { $count } seconds.
}
borne-still-discarded = Your answers are hidden. { $count ->
    [one] If not, they will be erased in one second.
   *[other] If not, they will be erased in { $count } seconds.
}
borne-still-kept = Your answers are hidden. { $count ->
    [one] If not, those already given will be kept in one second.
   *[other] If not, those already given will be kept in { $count } seconds.
}
borne-lost = This key does nothing here. No harm done, nothing is lost.
borne-unchosen = Nothing is chosen yet.
borne-unknown = “{ $text }” is not understood. No harm done, nothing is lost.
borne-how-any = To go on, press the large Enter key, or any other.
borne-how-enter = Press the large Enter key.
borne-how-begin = To begin, press the large Enter key.
borne-how-one = Press the digit of the line that suits you, then the large Enter key.
borne-how-chosen = You chose: { $label }. To confirm, press the large Enter key. To change, press another digit.
borne-how-several = Press the digit of each answer that suits you, then the large Enter key.
borne-how-review = To save, press the large Enter key. To change an answer, press its digit first.
borne-how-ticked = To confirm, press the large Enter key. To take an answer away, press its digit again.
borne-how-text = Type your words. At the end, press the large Enter key. With nothing written, Enter goes back.
borne-how-number = Type the number, then the large Enter key. To pass, press Enter with nothing written.
borne-how-day = Type the day, then the large Enter key. To pass, press Enter with nothing written.
borne-how-card = Type the words of your card, then the large Enter key. With nothing written, Enter goes back.
borne-back = Go back
borne-stop = Stop
borne-confirm = Confirm
borne-listen = Listen

### What follows is seldom said: it is read only when it is needed.

## File of answers

answers-doubt = warning: { $name } is kept, but look at it again. { $doubt }
answers-saved = { $rows ->
    [0] No row saved.
    [one] { $rows } row saved in { $file }
   *[other] { $rows } rows saved in { $file }
}
answers-refused = { $count ->
    [one] One line refused: it is not saved.
   *[other] { $count } lines refused: they are not saved.
}
answers-trial = TRIAL: these rows will not count.
answers-trial-structure = The structure or the contact is missing in recueil.toml.
answers-trial-parents = The parents' authorisation is missing in recueil.toml.
answers-set-aside = The torn end of an earlier row was set aside in { $file }
rows-well = { $file }: { $rows ->
    [0] no row
    [one] { $rows } row
   *[other] { $rows } rows
}, no problem.
rows-problems = { $file }: { $rows ->
    [0] no row
    [one] { $rows } row
   *[other] { $rows } rows
}, { $problems ->
    [one] one problem
   *[other] { $problems } problems
}.
rows-changed = this row was changed after it was saved.
rows-no-form = { $file }: this is no file of answers, or its definition is no longer in “definitions”, beside it.
answers-empty = The file is empty: its first line must name the questions.
answers-no-question = No column bears the name of a question of { $form }. Questions: { $names }.
answers-utf8 = These are not letters in UTF-8. Save the file as “CSV UTF-8”, then try again.
answers-column = The column “{ $name }” is not known: neither a question of { $form } nor a column of rows.
answers-column-twice = The column “{ $name }” is there twice.
answers-cells = This line has { $found } cells, the header has { $expected }.
answers-quote = A quotation mark is never closed.
answers-closed = { $name }: this question is not asked after these answers. The cell must be empty or NON_POSEE.
answers-open = { $name }: this question is asked after these answers. The cell cannot be NON_POSEE.
answers-cell = { $name }: { $refusal }
answers-taken = { $name }: 1 or 0 is needed, or the same code of no answer in all the cells of the question.
answers-consent = The person must have accepted to answer. If the sheet says so, put 1-accord in the column “notice”.
answers-expected = Possible answers: { $names }.
meta-of-form = the questionnaire says “{ $value }”.
meta-one-of = one of these words is needed: { $words }.
meta-identifier = this is not the identifier of a row.
meta-words = one line of 80 characters at most is needed.
meta-day = a date is needed: 2026-11-22 or 22/11/2026.
meta-season = a season is needed: 2026-2027.
meta-number = a whole number is needed, { $most } at most.
meta-language = a language code is needed: fr.
meta-code = two words and two digits are needed: lune-sapin-42.
meta-code-word = “{ $word }” is no word of the codes: read the sheet again.
meta-code-check = this code has a mistake: read the sheet again.

## Checking the answers: what is found, then what to do

row-mark = an invisible mark (BOM) is at the beginning of the file.
row-returns = lines end as on Windows (CR LF).
row-requoted = quotation marks stand around cells that need none.
row-latin = letters are no longer in UTF-8, but as a spreadsheet of Windows writes them.
row-blank = empty line.
row-unended = the last line is whole, but nothing ends it.
row-editor-do = An editor or a spreadsheet saved this file again. Nothing to do: the answers are read all the same. Next time, open a copy.
row-separator = cells are separated by { $sign ->
    [semicolon] semicolons
   *[tab] tabs
}, not by commas.
row-separator-do = A spreadsheet saved this file again. The answers are read, but none can be added to it any more: put back the file from a copy of the folder, or save it again with commas.
row-changed-do = Put this row back as it is in a copy of the folder. Without a copy, it is read as it is, and each check will say so again.
row-too-long = this line is far longer than an answer can be.
row-damaged-do = This row is not read; the others are. Put it back from a copy of the folder, or type the sheet again.
row-torn = this row stops before its end: the computer stopped while it was written.
row-torn-do = It is not read, and nobody saw “Saved” for it. Take up the draft if the home screen proposes it, otherwise type the sheet again.
row-foreign = here begins something else than the header of a file of answers: nothing is read.
row-foreign-do = If it is a file of answers, put it back from a copy of the folder. Otherwise, move it away from here.
data-answer-do = This answer cannot have been given on the screen. Compare with a copy of the folder, or with the sheet.
data-unread-do = Try again when this file can be read.
data-twice = the same row is already there: { $place }
data-twice-do = Nothing to do: it counts only once.
data-conflict = another row has the same identifier and says something else: { $place }
data-conflict-do = Only one of the two is true: compare with the sheet or with a copy of the folder. Nothing is erased meanwhile.
data-misplaced = this row is not of this file: it is of another questionnaire or another version, or it is a trial among the answers that count, or the other way round.
data-misplaced-do = Somebody moved it, or renamed the file. Put it back from a copy of the folder.
data-unnamed = this is not the name of a file of answers.
data-unnamed-do = If it is a copy made by hand, move it away from here: its rows might count twice. If the file was renamed, give it its name again.
data-no-definition = the questionnaire that explains this file is not beside it: definitions/{ $name }
data-no-definition-do = Put it back from a copy of the folder. Meanwhile the answers are read, but can neither be explained nor checked.
data-unread-definition = this questionnaire cannot be read.
data-other-definition = this questionnaire is not the one that its name says: it was changed.
data-definition-do = Put it back from a copy of the folder, or from another machine that asked the same questionnaire.
data-withdrawn = the person withdrew this answer, and it is still there.
data-closing = the closing of { $cycle } is not finished: codes are still in this file.
data-unfinished = what remains of a file that the computer did not finish writing. It may hold answers.
data-interrupted-do = Open the home screen of Recueil on this folder: it finishes what was interrupted. Then check again.
data-bad-mark = this withdrawal was changed or damaged. It still counts.
data-bad-mark-do = Compare with a copy of the folder. Do not erase it: the answer that was withdrawn might come back.
data-unreplaced = this row was corrected, but the new one is nowhere.
data-unreplaced-do = Look for the new row in a copy of the folder or on another machine. Otherwise, put this one back into the file of answers.
data-uncorrected = this row is in the history, and still counts: the correction stopped before its end.
data-uncorrected-do = Nothing is lost. If the correction is still wanted, make it again.
data-replaced = this row still counts, though another corrects it.
data-replaced-do = The answer counts twice. Gather the folders again, or make the correction again.
data-set-aside = { $lines ->
    [0] nothing was set aside here.
    [one] one line was set aside here.
   *[other] { $lines } lines were set aside here.
}
data-set-aside-do = Look at these lines: type again what is missing if there is a sheet. Then erase this file: it holds answers.
data-undecided = { $rows ->
    [one] one answer differs from one machine to another.
   *[other] { $rows } answers differ from one machine to another.
}
data-undecided-do = Choose, for each, the row that is true. Meanwhile none of them counts.
data-draft = an interview was interrupted ({ $answers ->
    [one] one answer
   *[other] { $answers } answers
}).
data-torn-draft = an interview was interrupted ({ $answers ->
    [one] one answer can be read
   *[other] { $answers } answers can be read
}; its end is damaged).
data-draft-do = Open the home screen of Recueil on this folder: it proposes to take it up or to erase it.
data-unread-draft = this draft cannot be read.
data-unread-draft-do = Open the home screen of Recueil on this folder to erase it, or keep it: it holds answers.
data-saved-draft = the answers of this draft are saved.
data-saved-draft-do = Nothing to do: it will be erased at the next start.
data-open = a spreadsheet has opened a file of this folder, or stopped without closing it.
data-open-do = Close it without saving, and open a copy instead.
data-unknown = Recueil does not know this, and leaves it alone.
data-unknown-do = Nothing to do if you know what it is. A copy of answers must not stay here.
data-mode = other users of the computer can open it (mode { $mode }, { $wanted } is wanted).
data-mode-do = On Linux or macOS: chmod -R go-rwx on this folder.
data-more = … and { $count ->
    [one] once more
   *[other] { $count } times more
} (all of them with --format json).
data-summary = { $path }: { $files ->
    [0] no file of answers
    [one] one file of answers
   *[other] { $files } files of answers
}, { $rows ->
    [0] no row
    [one] { $rows } row
   *[other] { $rows } rows
}, { $trials ->
    [0] no trial
    [one] { $trials } trial
   *[other] { $trials } trials
}{ $corrected ->
    [0] { "" }
    [one] , { $corrected } corrected row
   *[other] , { $corrected } corrected rows
}{ $sealed ->
    [0] { "" }
    [one] , { $sealed } sealed row
   *[other] , { $sealed } sealed rows
}: { $problems ->
    [0] nothing to do
    [one] one thing to look at
   *[other] { $problems } things to look at
}{ $notices ->
    [0] .
    [one] , one to know.
   *[other] , { $notices } to know.
}

## Double entry

verify-cell = Sheet { $sheet }, { $name }: “{ $first }” or “{ $second }”?
verify-alone = Sheet { $sheet } is not in { $file }.
verify-twice = Sheet { $sheet } is on line { $line } already.
verify-no-number = This line has no sheet number.
verify-no-column = The column “feuille” is missing: a sheet is found from one typing to the other by its number.
verify-same = This is the same file twice. Give the second typing.
verify-mistakes = Nothing is saved. Correct these mistakes first, then start again.
verify-differ = { $count ->
    [one] One difference: nothing is saved. Look at the sheet, correct one of the two files, then start again.
   *[other] { $count } differences: nothing is saved. Look at the sheets, correct one of the two files, then start again.
}

## Preparing a dossier

init-ask-site = In which place? (optional)
init-ask-referentiels = Which référentiels do you use? Their names, parted by commas; nothing for all
init-ask-lang = Which language to begin in: { $codes }? (nothing for { $code })
init-exists = { $path } is there already.
init-exists-force = { $path } is there already. Nothing is changed. To replace it, add --force.
init-replace = Replace it? What is written in it will be lost. To do it, type yes
init-kept = Nothing is changed: { $path } stays as it is.
init-missing = Missing: { $flags }. Without a terminal to ask the questions, each answer comes from an option.
init-wrong = --{ $flag }: { $message }
init-long = At most { $most } characters.
init-empty = Something must be written.
init-written = The settings are written: { $path }
init-next = To begin: recueil --dossier "{ $folder }"
init-copied = { $count ->
    [0] No questionnaires copied into { $folder }
    [one] One file of questionnaires copied into { $folder }
   *[other] { $count } files of questionnaires copied into { $folder }
}
init-left = There already, left as they are: { $names }
init-file = The settings of Recueil. What follows a number sign (#) is an explanation: the program does not read it.
init-structure = The name of the structure, as people know it. It is shown before the first question.
init-contact = Whom to ask about the answers: a function, a telephone or an address. Without structure and contact, everything stays a trial.
init-site = The place. Optional.
init-lang = The language to begin in: { $codes }. F4 changes it at any time.
init-referentiels = The référentiels that you use, in your order; without this line, all of them. There are: { $ids }.
init-parents = Write true once parents have agreed. Until then the forms for minors stay trials.
init-screen = The screen. theme: "clair" (light), "sombre" (dark), "contraste" or "sans_couleur" (no colour); without this line, the colours of the terminal. ascii: true without arrows and rules, for an old terminal. taille: "grande" (large) for big letters, or "normale" (usual); without this line, large if the window is small.
init-aipd = A référentiel about health stays locked until its impact assessment (AIPD) is done. Once it is, take away the two number signs that follow and write its date.
init-clear = Its rows must be sealed too: recueil keys makes the keys and adds them at the end of this file. Keeping the rows unsealed is an exception, a decision of the structure: take away the two number signs that follow and write why, in one sentence.
init-retention = How long things are kept: codes and answers, in months after the end of the season; trials, in months; drafts, in days. “recueil purge” says what is due.

## Keys, and opening what is sealed

keys-cannot = This version of the program can neither seal nor open. Take the complete version.
keys-there = { $path } has keys already. Nothing is changed. To make others, first take the part [cles] out of this file, and keep the former private keys: only they open what is sealed already.
keys-inside = { $folder } is in the folder of the answers: a key beside what it opens protects nothing. Choose a USB stick.
keys-exists = { $path } exists already. Nothing is changed: a key written over cannot be made again. Choose another folder.
keys-written = Private key “{ $name }”: { $path }
keys-sheet = Recovery sheet, to print: { $path }
keys-settings = Public keys, in { $path }: from now on each answer set is sealed.
keys-then = And now: print the recovery sheet and lock it away, far from here. Then delete it, with { $path }. Give the key “structure” to whoever will open the answers. No private key must stay on this computer.
keys-comment = To whom the answers are sealed. These are public keys: they close, and open nothing. The private keys are kept elsewhere (recueil open asks for them).
keys-file = Private key “{ $name }” of Recueil: it opens all sealed answers. Do not leave it beside them.
open-type = Type the key line by line, then an empty line:
open-key-none = { $file }: no private key here. It begins with AGE-SECRET-KEY-1.
open-key-mistyped = { $file }: this key has a mistake. Check of each line: { $checks }. Compare with the sheet: the first that differs is the line to read again.
open-none = No sealed answers in { $folder }
open-other-key = { $file }: this key does not open it.
open-damaged = { $file }: damaged, or no sealed file.
open-unknown = { $file }: it opens, but this version cannot add what is in it. See docs/cles.md, “Sans Recueil”.
open-disputed = { $file }: another file says something else under the same identifier. Neither of the two is added.
open-added = { $rows ->
    [one] { $rows } row added to { $file }
   *[other] { $rows } rows added to { $file }
}
open-nothing = No row to add.
open-there = { $count ->
    [one] { $count } row was there already.
   *[other] { $count } rows were there already.
}
open-withdrawn = { $count ->
    [one] { $count } row was withdrawn: it does not come back.
   *[other] { $count } rows were withdrawn: they do not come back.
}
open-readable = These rows can now be read in { $folder }
open-left = The sealed files stay where they are. To remove them once their rows are added: --remove
open-removed = { $count ->
    [one] { $count } sealed file removed.
   *[other] { $count } sealed files removed.
}
open-unopened = { $count ->
    [one] { $count } file was not added: it stays where it is.
   *[other] { $count } files were not added: they stay where they are.
}
recovery-title = Recovery sheet
recovery-what = The answers collected by { $structure } with the program Recueil are sealed: without a key nobody can read them. This sheet is a key. Whoever holds it can read everything.
recovery-nobody = the structure
recovery-keep = Keep it in a closed envelope, in a locked cupboard, far from the computer and from the other key. Take neither photo nor photocopy of it.
recovery-given = Given to (name, function)
recovery-day = On
recovery-place = Kept where
recovery-key = The key
recovery-check = check
recovery-letters = After the first line there is no B, I, O or 1: a round is always the digit 0, a bar always the letter L. The two digits on the right are not typed: they help to find the line that was mistyped.
recovery-public = Its public key, in recueil.toml
recovery-when = When to use it
recovery-when-text = When the other key is lost, or the person who had it is no longer there. Not before.
recovery-first = You need a computer that has Recueil, and the folder of the sealed answers (or its copy).
recovery-second = Run:
recovery-third = Type the key, line by line, then an empty line. Spaces and capitals do not matter. A mistake is told, with the line to read again.
recovery-fourth = Make new keys at once (recueil keys), and keep this sheet: it is still needed for what was sealed before.
recovery-without = Without Recueil: write the key on one line of a file cle.txt, and take the free program age (https://age-encryption.org):

## Problems of questionnaire files

problem-error = error
problem-advice = what to do
advice-nearest = Did you mean “{ $name }”?
whole-file = the file
problem-unreadable = This file cannot be read: { $system }
advice-unreadable = Check that it is there and that this user may read it.
problem-utf8 = This file is not text in UTF-8
advice-utf8 = Open it in a text editor and save it as UTF-8.
problem-large = This file is too large for a questionnaire
advice-large = It must be smaller than { $limit } KiB. Is it the right file?
problem-syntax = This is not written correctly
advice-syntax = Look at the quotation marks, brackets, commas and the = sign around this place. (The TOML reader says: { $detail })
problem-key = “{ $key }” is not a key known here
advice-key = Remove this line, or correct the name of the key.
problem-missing = “{ $key }” is missing in { $table }
advice-missing = Add: { $line }
problem-type = “{ $key }” has not the right kind of value
advice-type = It needs { $expected }.
expected-text = a text in quotation marks
expected-integer = a whole number, 0 or more
expected-boolean = true or false
expected-array = a list in brackets
expected-table = a part under brackets: [{ $key }]
expected-texts = a text by language, for example: { $key }.fr = "…"
problem-word = “{ $word }” is not possible for “{ $key }”
advice-word = Possible: { $allowed }.
problem-empty = “{ $key }” is empty
advice-empty = Put something in it.
problem-day = “{ $text }” is not a date
advice-day = Write it like this, between quotation marks: "2026-09-15".
problem-public-key = This is no public key, or it has a mistake
advice-public-key = A public key begins with age1 and has 62 characters. Copy it from the file of the key, from the line “public key”.
problem-private-key = This is a private key: it must not be here
advice-private-key = Take it away at once: whoever reads it opens everything. Put the public key, which begins with age1.
problem-few-keys = There must be at least { $fewest } public keys, and different ones
advice-few-keys = If the only key were lost, all answers would be lost. Keep the one of the structure and the recovery one.
problem-name = “{ $name }” is not a possible name
advice-name = A name begins with a letter, has no accent or space, 24 characters at most, and after _ only small letters and digits: A1b, A2c_quoi.
problem-reserved = “{ $name }” is a reserved name
advice-reserved = It is a column of every row, the code of no answer, the folder of trials, or a name that Windows keeps for itself. Choose another name.
problem-duplicate = { $what } “{ $name }”: this name is taken already
advice-duplicate = Give another name to one of the two: A1 and a1 are the same name.
problem-core = { $what } “{ $name }”: the common file has one of this name already
advice-core = Nothing of the common file is defined again. Use it as it is, or give yours another name.
problem-unknown = { $what } “{ $name }”: nothing bears this name
advice-unknown = Check the name, or add what is missing.
what-referentiel = The référentiel
what-registre = The axis
what-critere = The criterion
what-indicateur = The indicator
what-echelle = The scale
what-question = The question
what-choice = The answer
what-form = The questionnaire
problem-choices = The possible answers do not go with the type “{ $kind }”
advice-choices = A select_one or select_multiple question has a list “choices”, or the name of a scale in its type, but not both. A count (counts) has a list “choices”. The other types have neither.
problem-exclusive = A question with several answers must be able to say “none of these”
advice-exclusive = Mark one of its answers “exclusive = true”.
problem-alone = “exclusive” serves nothing here: only one answer is possible
advice-alone = Remove “exclusive”, or write select_multiple.
problem-other = “autre = true” does not go here
advice-other = Only one answer of a choice question may have it, never “none of these” nor a line of a count. No answer may then be called autre_texte.
problem-favorable = A “part” must say which answers count
advice-favorable = Add for example “favorable = [3, 4]”, or take another “mesure”.
problem-later = The condition of “{ $question }” names “{ $name }”, which is asked after it
advice-later = In the list of the questionnaire “{ $form }”, put “{ $name }” before “{ $question }”.
problem-not-in-form = The condition of “{ $question }” has nothing to read: the questionnaire “{ $form }” does not ask “{ $name }”
advice-not-in-form = Add “{ $name }” before “{ $question }” in “{ $form }”, or remove “{ $question }” from the list.
problem-key-twice = This key is written above already
advice-key-twice = Keep one of the two lines.
problem-quotes = This quotation mark is not a straight one
advice-quotes = Use straight quotation marks: " ".
problem-language = “{ $key }” is not a language
advice-language = A language is written fr, en, br; and fr_tu to say “tu”.
problem-elsewhere = { $what } “{ $name }” exists already in { $file }
advice-elsewhere = Give it another name, or keep only one of the two files.
problem-asked-twice = “{ $name }” is twice in the list
advice-asked-twice = Remove one of them.
problem-not-a-choice = “{ $name }” is not an answer of { $question }
advice-not-a-choice = Answers of { $question }: { $choices }.
problem-no-choices = { $question } has no answers to choose from: “favorable” can count nothing there
advice-no-choices = Remove { $question } from the indicator, or take another “mesure”.
problem-itself = The condition of “{ $name }” names “{ $name }” itself
advice-itself = In “constraint” the answer given is written . (a dot). “relevant” can only name questions asked before.
problem-expression-word = “{ $word }” is neither a text, nor a question, nor a function
advice-expression-word = Write '{ $word }' in apostrophes if it is an answer, or { "${" }{ $word }{ "}" } if it is a question.
problem-expression-equal = One = sign is enough
advice-expression-equal = Write = instead of ==.
advice-name-id = An id begins with a letter and has only small letters without accents, digits and hyphens, 48 characters at most: com-court.
advice-name-choice = An answer is named by a number, or by small letters without accents, digits and _ , 24 characters at most: de_1_a_2.
expected-tables = a part under double brackets: [[{ $key }]]
expected-choice = an answer: { "{ name = \"…\", label.fr = \"…\" }" }
problem-expression-empty = The condition is empty
advice-expression-empty = Write a condition, or remove the line.
problem-expression-character = “{ $text }” means nothing in a condition
advice-expression-character = A condition is written for example: { "${A5} = 'oui'" }
problem-expression-unclosed = “{ $text }” is never closed
advice-expression-unclosed = Add the quotation mark or the brace that is missing.
problem-expression-unexpected = “{ $text }” is not expected here
advice-expression-unexpected = Perhaps “and”, “or”, a comma or a parenthesis is missing just before.
problem-expression-ends = The condition ends too early
advice-expression-ends = A value or a parenthesis is missing at the end.
problem-expression-function = The function “{ $name }” does not exist
advice-expression-function = Functions: not, selected, count-selected, if, coalesce, string-length, round, int, number, regex.
problem-expression-arguments = { $count ->
    [one] “{ $name }” takes { $count } value in parentheses
   *[other] “{ $name }” takes { $count } values in parentheses
}
advice-expression-arguments = Separate the values by commas.
problem-expression-deep = The condition is too long, or has too many parentheses inside one another
advice-expression-deep = Write it more simply.

problem-warning = warning
problem-pattern = The pattern between quotation marks cannot be read
advice-pattern = A pattern such as [0-9]{ "{5}" } works. Look-around and back-references are not possible. (The pattern reader says: { $detail })
problem-pattern-written = The pattern must be written here, between quotation marks
advice-pattern-written = Write for example: regex(., '[0-9]{ "{5}" }')

## Rules of meaning: E to mend, W to mend or to accept with a reason

problem-e034 = “{ $name }” does not ask for a number of people
advice-e034 = “parmi” names a question of type integer, asked before: how many people were there.
problem-e060 = “{ $name }” is not an answer of { $text }
advice-e060 = Possible answers: { $choices }.
problem-e061 = { $text } has several answers: “=” does not go with it
advice-e061 = Write selected({ $text }, 'answer').
problem-e062 = { $text } is not a number: nothing is smaller or greater than it
advice-e062 = Compare with = or != , or choose a question that gives a number.
problem-e063 = { $text } is not a number: nothing can be computed with it
advice-e063 = Only numbers and ordered scales (1, 2, 3…) can be computed with.
problem-e065 = “{ $name }” does not go with { $text }
advice-e065 = selected wants a question with choices; count-selected, one with several answers.
problem-e066 = { $text } has no answer: it is a text to read, or a count
advice-e066 = Name a question that has an answer. Instead of a count, name another question.
problem-e067 = The dot is the answer to this question, which is not asked yet
advice-e067 = In “relevant”, name a question asked before. The dot is for “constraint”.
problem-e070 = { $question } is never asked in { $form }
advice-e070 = No course of answers makes this condition true. Mend it, or the condition of the questions it names.
problem-e071 = No answer to { $question } is accepted in { $form }
advice-e071 = This constraint refuses everything. Mend it.
problem-e080 = { $change ->
    [type] { $name } is published, and now asks for something else (before { $before }; now { $now })
    [choices] { $name } is published, and no longer has the same answers (before { $before }; now { $now })
   *[choice] { $name } is published, and its answer { $choice } means something else (before “{ $before }”; now “{ $now }”)
}
advice-e080 = { $change ->
    [choice] Under the same name, rows from before and after would no longer say the same. Put these words back, or give the question a new name.
   *[other] Answers given before can no longer be compared. Put back what is published, and give the new question a new name.
}
problem-e081 = { $form } has changed, but its version is still { $version }
advice-e081 = Write version = { $next }: rows from before and after must not be mistaken for one another.
problem-e082 = { $name }, a common question, is no longer that of the program
advice-e082 = Its answers would no longer add up with those of other structures. Put the common words back, or write a question of your own under another name.
problem-w100 = No question uses the scale { $name }
advice-w100 = Remove it, or write reserve = true.
problem-w101 = The criterion { $name } has no indicator
advice-w101 = Give it one that is not in reserve, remove it, or write reserve = true.
problem-w102 = The question { $name } is in no questionnaire
advice-w102 = Ask it, remove it, or write reserve = true.
problem-w103 = Nothing feeds the indicator { $name }: none of its questions is asked
advice-w103 = Ask one of its questions, or write reserve = true.
problem-w104 = { $name } is said to be in reserve, but it is used
advice-w104 = Remove reserve = true.
problem-w106 = This text is missing in a language of the file: { $language }
advice-w106 = Add it, or accept that this language is incomplete.
problem-w107 = { $form } says “tu”, and this text says “vous”
advice-w107 = Add fr_tu. A common question that has none is not asked with “tu”.
problem-w108 = { $key ->
    [attention] This answer to be confirmed does not tell the person what is surprising
   *[other] This constraint does not tell the person what is wrong
}
advice-w108 = Add { $key }_message.fr.
problem-w110 = This condition always holds
advice-w110 = Remove it: it changes nothing.
problem-w111 = { $holds ->
    [0] This part of the condition never holds: { $text }
   *[other] This part of the condition always holds: { $text }
}
advice-w111 = Remove it or mend it: it changes nothing.
problem-w120 = { $name } is asked on arriving ({ $form }), and never again of this role: { $role }
advice-w120 = Without the second answer no change can be seen. Ask it at the exit or the follow-up too.
problem-w121 = Uneven scale: { $low } on one side, { $high } on the other
advice-w121 = As many answers on one side as on the other; otherwise the result leans by itself.
problem-w122 = The question suggests a cause: “{ $words }”
advice-w122 = Ask for the fact, without saying where it comes from.
problem-w123 = “{ $words }” cannot be read aloud
advice-w123 = Write both words (“fier ou fière”), or one word that suits everyone.
problem-w124 = This exit questionnaire has no question for what is wrong
advice-w124 = Ask T2 before T1.
problem-w125 = T1 is asked before T2
advice-w125 = Ask first what should change, then what has changed.
problem-w126 = Two ideas in one question: “{ $words }”
advice-w126 = One question for each idea: otherwise nobody knows which one the person answers.
problem-w127 = Long sentence: { $count } words
advice-w127 = Some fifteen words at most.
problem-w128 = Two negations in one sentence: “{ $words }”
advice-w128 = Say it otherwise: one no longer knows what “yes” means.
problem-w129 = { $count } questions
advice-w129 = 12 at most, conditional ones not counted. Keep what matters, or make two questionnaires.
problem-w130 = Nothing gives the warning { $code } here
advice-w130 = Remove it from “accepte”: it would hide the next one.
problem-w131 = These are the words of the common question { $name }
advice-w131 = Ask { $name } itself: its answers add up with those of others.
problem-w132 = Words are asked for, and nothing asks whether they may be quoted
advice-w132 = Ask T6 right after { $last }, the last question in free words.
problem-w133 = { $change ->
    [choice] { $name } is published, and its answer { $choice } is said otherwise now (before “{ $before }”; now “{ $now }”)
    [list] { $name } is published, and its answers are said otherwise now (before “{ $before }”; now “{ $now }”)
    [added] { $name } is published, and now offers further answers: { $choice }
    [removed] { $name } is published, and no longer offers these answers: { $choice }
    [order] { $name } is published, and its answers now stand in another order
    [exclusive] { $name } is published, and its answer { $choice } no longer goes with the others in the same way
   *[label] { $name } is published, and is said otherwise now (before “{ $before }”)
}
advice-w133 = { $change ->
    [order] People more readily choose what they read or hear first: answers from before no longer compare. Put the order back, or say why it changes: accepte.W133 = "…".
    [added] Answers from before and after compare, except { $except }. If that will do, say so: accepte.W133 = "…".
    [removed] Answers from before and after compare, except { $except }. If that will do, say so: accepte.W133 = "…".
    [exclusive] Answers from before and after compare, except { $except }. If that will do, say so: accepte.W133 = "…".
   *[other] Answers from before compare only if the meaning is the same. If it is, say so: accepte.W133 = "…". If not, give it a new name.
}

## What changed between two versions

cli-nothing-there = There is nothing here: { $path }
cli-diff-kinds = A file cannot be compared with a folder: { $file } is a file, { $folder } a folder. Give two files or two folders.
cli-diff-ids = These two files are not of the same référentiel: before “{ $old }”; now “{ $new }”.
cli-against-other = Nothing to compare: { $old } holds { $before }, and what is checked holds { $now }.
diff-same = Nothing has changed.
diff-same-referentiel = { $id }: nothing has changed.
diff-heading = { $titre } ({ $id })
diff-referentiel-added = New référentiel: { $titre } ({ $id }). Questionnaires: { $forms }.
diff-referentiel-removed = This référentiel is no longer there: { $titre } ({ $id }). Questionnaires: { $forms }.
diff-form = Questionnaire { $id } { $titre }
diff-form-added = New questionnaire { $id } { $titre }
diff-form-removed = This questionnaire is no longer there: { $id } { $titre }
diff-form-questions = questions: { $names }
diff-version-kept = The version is still { $version }, although what is asked has changed.
diff-questions = Other questions of the file
diff-question = { $name } { $label }
diff-question-first = { $name } { $label }: new, first
diff-question-after = { $name } { $label }: new, after { $after }
diff-question-added = { $name } { $label }: new
diff-question-closed = { $name } { $label }: no longer asked here
diff-question-removed = { $name } { $label }: no longer in the file
diff-nothing = nothing
diff-always = always
diff-itself = answer
diff-or = or
diff-answered = has an answer
diff-unanswered = has no answer
diff-field = { $name }: before { $before }; now { $now }
diff-asked-of = { $name }: before { $before }; now { $now }. It is no longer asked of the same people: see who answers before you compare.
diff-key-titre = title
diff-key-porteur = bearer
diff-key-version = version
diff-key-statut = status
diff-key-lieu = name of the place in questions
diff-key-sensible = sensitive public
diff-key-precision-date = precision of dates
diff-key-registre = axis
diff-key-tronc-commun = common criterion
diff-key-critere = criterion
diff-key-nature = nature
diff-key-mesure = measure
diff-key-questions = questions
diff-key-favorable = answers that count
diff-key-role = who answers
diff-key-moment = moment
diff-key-adresse = people are called
diff-key-age-minimum = youngest age
diff-key-relevant = asked if
diff-key-constraint = answer accepted if
diff-key-parmi = counted among
diff-key-somme = each counted only once
diff-word-oui = yes
diff-word-non = no
diff-word-derive = derived
diff-word-en-discussion = under discussion
diff-word-valide = validated
diff-word-jour = the day
diff-word-mois = the month
diff-word-cycle = the season
diff-word-realisation = output
diff-word-resultat = result
diff-word-impact = impact
diff-word-part = share
diff-word-repartition = distribution
diff-word-nombre = number
diff-word-ecart = difference
diff-word-entree = entry
diff-word-en-cours = on the way
diff-word-sortie = exit
diff-word-suivi = follow-up
diff-word-ponctuel = once only
diff-word-vous = “vous”
diff-word-tu = “tu”
diff-type = asked for { $before }; now asks for { $now }
diff-type-select-one = one answer to choose
diff-type-select-multiple = several answers to choose
diff-type-integer = a number
diff-type-text = words
diff-type-date = a date
diff-type-note = a text to be read, without an answer
diff-type-counts = people to be counted
diff-label = is said otherwise
diff-label-tu = is said otherwise to those who are called “tu”
diff-before = before: { $text }
diff-now = now: { $text }
diff-choices-added = { $count ->
    [one] new answer: { $names }
   *[other] new answers: { $names }
}
diff-choices-removed = { $count ->
    [one] answer removed: { $names }
   *[other] answers removed: { $names }
}
diff-choice-reworded = the answer { $name } is said otherwise: before { $before }; now { $now }
diff-choice-repurposed = the answer { $name } means something else: before { $before }; now { $now }
diff-choices-order = answers in another order: before { $before }; now { $now }
diff-made-exclusive = the answer { $name } no longer goes with any other
diff-made-ordinary = the answer { $name } now goes with others
diff-nc = “not concerned”: before { $before }; now { $now }
diff-nc-reworded = “not concerned” is said otherwise: before { $before }; now { $now }
diff-offer-no = impossible
diff-offer-passing = possible by passing the question
diff-offer-among = offered among the answers ({ $words })
diff-moved = moved after { $after }
diff-moved-first = moved to the first place
diff-asides = also changed, without effect on comparing: { $names }
diff-aside-hint = the precision under the question
diff-aside-reformulation = the question in other words
diff-aside-constraint-message = what is said of a refused answer
diff-aside-attention = which answers are to be confirmed
diff-aside-attention-message = what is said of an answer to be confirmed
diff-aside-autre = the answer that asks to say which in a few words
diff-aside-sensible = whether it is sensitive
diff-aside-translations = the translations
diff-aside-tu = the words for “tu”
diff-answers-yes = Answers from before and after compare.
diff-answers-meaning = Answers from before and after compare only if the meaning is the same.
diff-answers-except = Answers from before and after compare, except { $names }.
diff-answers-except-meaning = Answers from before and after compare only if the meaning is the same, and except { $names }.
diff-answers-no = Answers from before and after do not compare.
diff-columns-added = { $count ->
    [one] New column: { $names }
   *[other] New columns: { $names }
}
diff-columns-removed = { $count ->
    [one] Column that disappears: { $names }
   *[other] Columns that disappear: { $names }
}
diff-columns-changed = { $count ->
    [one] Column of the same name, to be read otherwise: { $names }
   *[other] Columns of the same name, to be read otherwise: { $names }
}
diff-things = Axes, criteria and indicators
diff-thing-added = { $what } { $code } is new: { $titre }
diff-thing-removed = { $what } { $code } is no longer there: { $titre }
diff-thing-changed = { $what } { $code } has changed: { $titre }
diff-compare = Answers from before and after compare:
diff-compare-form = { $form }: { $answer }
diff-compare-yes = yes
diff-compare-no = no
diff-compare-other = no, it is no longer asked of the same people or at the same moment
diff-compare-added = no, nothing before
diff-compare-removed = no, nothing now
diff-compare-partly = in part ({ $parts })
diff-part-meaning = { $names } if the meaning is the same
diff-part-except = { $name } except { $choices }
diff-part-except-meaning = { $name } except { $choices }, and if the meaning is the same
diff-part-no = not { $names }
diff-part-added = nothing before for { $names }
diff-part-removed = nothing now for { $names }

## Columns of rows

codebook-title = The answers, column by column
codebook-intro = This folder holds the answers recorded: one row a person, one CSV file by questionnaire, version and machine. UTF-8, comma, one header line. Trials are apart, in “essai”: they never count. Beside the rows, “definitions” keeps each questionnaire as it was asked.
codebook-sealed = Where answers are sealed, “scelle” has one a file, encrypted, under a name that tells nothing: “recueil open” opens them, with a key kept elsewhere.
codebook-edit = Do not open these files to correct them: copy them first. “recueil check data” says what was changed or damaged in them, and what to do; it changes nothing.
codebook-first = Columns of every row
codebook-name = column
codebook-meaning = what it says
codebook-values = what it may hold
codebook-answers = Columns of the questions
codebook-answers-text = They bear the name of the question (for example A1b) and hold the name of the answer chosen, as “definitions” explains it. A question with several answers has first the names chosen, separated by a space, then a column for each possible answer (A3__idee): 1, 0, or the code of no answer. Where an answer asks which (“other”), the words follow in a column of their own (A3__autre_texte). None of these cells is ever empty.
codebook-guard = A text that a spreadsheet would take for a formula or a number (“=1+1”, “007”) has an apostrophe before it: take one away to have the exact text.
codebook-missing = Codes of no answer
codebook-seances = Sessions and votes by show of hands
codebook-seances-text = “seances” has one line per session: how many people, and how they answered. “collectif” has one line per question and answer of a vote by show of hands: how many hands, never people; SANS_REPONSE counts there who raised no hand. These numbers are never added to the rows of people. Both files also have the columns referentiel to horloge above, and end with “controle”.
codebook-in = in
column-seance-id = identifier of the session, the same in both files
column-chemin = how the group answered: at the keyboard, on sheets, by show of hands
column-presents = people there, the team not counted
column-repondu = answered to the end
column-refus = did not wish to answer
column-partis = left before the end
column-absents = were expected, and absent
column-diapo = slide shown, from 1; empty for a sentence of the group
column-montre = 1 if the group saw the slide, 0 if it was hidden
column-texte = the sentence of the slide, or of the group
column-question = question, by its name
column-reponse = answer, as in the rows of people
column-nombre = hands raised for this answer
codebook-last = The last column, “controle”, is the letter c, then the CRC-32 sum of all the other cells, joined by the character U+001F. If it no longer fits, the row was changed after it was saved.
codebook-files = The files of this folder
codebook-file-rows = the rows of a form, typed on one computer. Its name says the form, its version, and the computer, by eight random letters.
codebook-file-segment = what follows the same file (then -3, -4…). It begins when the disk did not confirm a write. The same row may be in both: it is counted once, by its `reponse_id`.
codebook-file-lock = held during a write. It holds no answer. Leave it.
codebook-file-aside = what was not a whole row, set aside after a failure. None of it is counted. Keep it until somebody has read it.
codebook-file-unfinished = a file being written. If one is left after a failure, the program removes it.
codebook-file-reserve = room kept aside. When the disk is full, the last row takes it. It comes back by itself.
codebook-file-withdrawn = the rows taken away because somebody asked: their identifier and the day, nothing else. Do not delete it: it keeps them from coming back from a copy.
content-identifier = a random identifier (UUID 4)
content-of-form = what the questionnaire says
content-words = one line of text, or nothing
content-day = a day (2026-11-22), or the month, or the season where the référentiel wants it
content-season = a season: 2026-2027
content-one-of = { $words }
content-number = a whole number up to { $most }, or nothing
content-language = a language code: fr
content-code = two words and two digits: lune-sapin-42, or nothing; once the season is closed, a pair number: paire-04711234
column-reponse-id = identifier of the answer set
column-referentiel = référentiel
column-questionnaire = questionnaire
column-version = version of the questionnaire
column-empreinte = beginning of the fingerprint of the questionnaire: two rows with the same one were asked the same questions
column-structure = structure that recorded the answers
column-site = place
column-poste = random name of the machine
column-cycle = season, September to August
column-groupe = group
column-seance = sitting
column-feuille = number of the paper sheet
column-role = who answers
column-moment = when in the path
column-plan = design: before and after, only on leaving, or retrospective
column-support = screen, paper or telephone
column-aide = with what help the person answered; empty where it was not noted
column-aidant = who helped; empty where it was not noted
column-aide-langue = 1 where somebody helped with the language; empty where it was not noted
column-langue = language of the interview
column-notice = version of the information given before the first question; -tu: to a child or a pupil, -equipe: to the team, -accord: the person said to agree
column-code = code that links the entry and the exit of one person; empty where there is none
column-date = day of the first answer
column-saisie = day of typing
column-duree-min = minutes spent answering; empty on paper, and where the interview was cut short and taken up again
column-horloge = was the clock of the machine right?
column-etat = questionnaire complete or interrupted
column-essai = 1 for a trial, 0 for an answer set that counts
column-remplace = identifier of the answer set that this one corrects
code-nsp = does not know
code-refus = does not wish to answer
code-nc = is not concerned
code-pas-compris = did not understand the question
code-sans-reponse = passed without a reason, or a box left blank on paper
code-illisible = illegible, or two boxes ticked on paper
code-non-posee = not asked: closed by a condition
code-non-atteinte = stopped before this question

## Référentiels and questionnaires shown

cli-ref-unknown = No référentiel is called “{ $name }”.
cli-refs = Référentiels: { $names }.
page-exists = { $path } exists already. Give another name, or add --force to replace it.
page-folder = The folder { $folder } does not exist. Make it, or choose another file name.
show-written = The page is written: { $path }
show-title = { $title } ({ $id })
show-fact = { $name }: { $value }
show-choice = { $name } “{ $label }”
show-thing = { $what } { $name }
show-porteur = Bearer
show-version = Version
show-statut = Status
show-statut-derive = derived from public information; the bearer's original text was not found. These are not the bearer's words.
show-statut-en-discussion = being discussed with the bearer: not the bearer's text yet.
show-precision = Date of answers
show-precision-jour = the day
show-precision-mois = the month, never the day
show-precision-cycle = the season, never the day or the month
show-sensible = Sensitive public
show-sensible-text = merely belonging to it already tells something private
show-content = Contents
show-holds = { $criteria ->
    [one] { $criteria } criterion
   *[other] { $criteria } criteria
}, { $indicators ->
    [one] { $indicators } indicator
   *[other] { $indicators } indicators
}, { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}, { $forms ->
    [one] { $forms } questionnaire
   *[other] { $forms } questionnaires
}
show-sources = Sources:
show-axe = Axis { $code }: { $title }
show-critere = Criterion { $code }: { $title }
show-critere-common = Common criterion { $code }: { $title }
show-with = Goes with the common criterion
show-with-one = { $code } ({ $title })
show-common = Common
show-common-text = this criterion is of the common référentiel; questionnaires of this one ask some of its questions
show-opinions = Opinions around the table
show-indicators = Indicators
show-indicator = Indicator
show-nature = Nature
show-nature-realisation = output (what was done)
show-nature-resultat = result (a direct change)
show-nature-impact = impact (a lasting change)
show-mesure = Measure
show-mesure-part = share of the people whose answer counts
show-mesure-repartition = spread of the answers
show-mesure-nombre = number
show-mesure-ecart = difference between the arrival and later
show-favorable = Answers that count
show-fed = Questions that feed it
show-kept = In reserve
show-kept-critere = nothing that is asked feeds it
show-kept-indicateur = nothing that is asked feeds it
show-kept-question = kept, in no questionnaire
show-questions = Questions
show-question = Question
show-answers = Answers
show-asked = Asked in
show-asked-nowhere = no questionnaire
show-kind-multiple = several answers possible
show-kind-integer = a whole number
show-kind-text = a few words
show-kind-date = a day
show-kind-note = a text to read
show-kind-counts = a number of people per line
show-apart = Questions without a criterion
show-apart-text = They feed no indicator.
show-reserve = In reserve
show-reserve-text = Kept for whoever wants it: no questionnaire uses it.
show-accepted = Accepted warnings
show-accepted-one = { $code }. { $thing }: { $reason }
show-forms = Questionnaires
show-form-role = For whom
show-form-moment = When
show-form-languages = Languages
show-form-age = Age
show-form-age-years = { $age } and over
show-form-questions = { $counted ->
    [one] { $counted } counted
   *[other] { $counted } counted
}, { $conditional ->
    [0] no conditional one
    [one] and { $conditional } conditional one
   *[other] and { $conditional } conditional ones
}
show-form-order = Questions, in their order
show-condition = Asked if
moment-entree = arrival
moment-en-cours = on the way
moment-sortie = exit
moment-suivi = follow-up
moment-ponctuel = one-off
forms-referentiels = Référentiels
forms-referentiel = référentiel
forms-title = title
forms-criteria = criteria
forms-indicators = indicators
forms-questions = questions
forms-forms = questionnaires
forms-forms-title = Questionnaires
forms-id = questionnaire
forms-role = for whom
forms-moment = when
forms-counted = questions
forms-conditional = follow-ups
forms-languages = languages
forms-age = age

## Conditions, in words

said-answered = you answered { $answers } to question { $number }
said-answered-tu = you answered { $answers } to question { $number }
said-given = you answered question { $number }
said-given-tu = you answered question { $number }
said-written = you wrote something
said-written-tu = you wrote something
said-or = { $first } or { $second }
said-and = { $first } and { $second }

## Sheets of paper: what who answers reads

sheet-print = To print: A4 paper, actual size (100%), without header or footer. { $pages ->
    [one] Each sheet has one page.
   *[other] Each sheet has { $pages } pages.
} { $sides ->
    [one] Print on one side: on both sides, the next sheet would begin on the back. For both sides, make them again with --duplex.
    [both] Print on both sides: the next sheet never begins on the back.
   *[either] One side or both, as you like.
}
sheet-word = Sheet
sheet-trial = TRIAL
sheet-refuse = I do not wish to answer: I hand this sheet back as it is.
sheet-how = Put a cross in a box. You may leave a question empty.
sheet-how-tu = Put a cross in a box. You may leave a question empty.
sheet-one = One cross only
sheet-several = You may choose several answers
sheet-no-name = Do not write any name.
sheet-no-name-tu = Do not write any name.
sheet-day = dd
sheet-month = mm
sheet-year = yyyy
sheet-if = If { $condition }:
sheet-if-unsaid = If this concerns you:
sheet-if-unsaid-tu = If this concerns you:
sheet-end = This is the end. Thank you.
sheet-turn = More on the next page ➜
sheet-blank = There is nothing on this side.
coupon-cut = ✂ Cut here
coupon-of-sheet = Code of this sheet:
coupon-yours = Your code:
coupon-yours-tu = Your code:
coupon-keep = Keep this coupon: it will be of use at the end of the season. Do not write it anywhere else.
coupon-keep-tu = Keep this coupon: it will be of use at the end of the season. Do not write it anywhere else.
coupon-number = To correct or withdraw your answers, give this sheet number to: { $contact }
coupon-number-tu = To correct or withdraw your answers, give this sheet number to: { $contact }
coupon-copy = Copy your code here:
coupon-copy-tu = Copy your code here:
coupon-if-any = If you have one.
coupon-if-any-tu = If you have one.
sheets-written = { $count ->
    [one] One sheet, number { $first }, is ready: { $path }
   *[other] { $count } sheets, from { $first } to { $last }, are ready: { $path }
}
sheets-then = Open this file in a browser and print it.
sheets-trial = TRIAL: every page says so.
sheets-count = From 1 to { $most } sheets: { $count } is not possible.
sheets-last = Sheets are numbered from 1 to { $most }: from { $first } to { $last } is not possible.
sheets-aloud = The page for who reads aloud is ready: { $path }

## Invented answers

simulate-trial = TRIAL: these answers are invented. They are kept apart and will not count.
simulate-saved = { $rows ->
    [one] { $rows } invented row (seed { $seed }) added to { $file }
   *[other] { $rows } invented rows (seed { $seed }) added to { $file }
}
simulate-count = From 1 to { $most } rows are possible, not { $count }.
simulate-no-twin = “{ $form }” has no other half: it takes a form of arriving or of leaving whose other exists, for the same people.
simulate-twice = The rows of seed { $seed } are already in { $file }. Nothing is added. Choose another seed.

## Reading aloud

aloud-for = For the person who reads the questions aloud. What is in italics is not read.
aloud-before-pace = Read the number, the question, then all the answers, in the same tone.
aloud-before-words = Explain nothing beyond “in other words”. Never suggest an answer.
aloud-before-look = Stay where you do not see the sheets. If someone hands in an empty sheet, say thank you.
aloud-first = First, say
aloud-questions = The questions
aloud-question = Question { $number }
aloud-otherwise = In other words: { $text }
aloud-pace = Wait until everyone has put their pen down.
aloud-several = Several answers are possible. Read them one by one, and leave time to put a cross.
aloud-text = People write a few words on the lines, or nothing. No person's name.
aloud-number = People write in the boxes, or nothing.
aloud-oui4-first = First: “yes or no?”
aloud-oui4-yes = Then, if it is yes: “a little, or completely?”
aloud-oui4-no = If it is no: “not really, or not at all?”
aloud-evo5-first = First: “less, the same or more?”
aloud-evo5-then = Then, if it is not the same: “a little or a lot?”
aloud-end = At the end, say
aloud-end-words = This is the end, thank you. Read your sheet again if you like. Then put it in the box yourself, folded.
aloud-end-words-tu = This is the end, thank you. Read your sheet again if you like. Then put it in the box yourself, folded.

## Correcting a sheet: what whoever corrects it reads

correct-heading = Correcting: here is what is recorded.
correct-hint = To change an answer, go down to it with the arrows, then Enter. The old version is kept apart.
correct-changed = This row was changed by hand after it was recorded: look at each answer.
correct-unread = { $count ->
    [one] One answer cannot be read back because it was changed: it must be given again.
   *[other] { $count } answers cannot be read back because they were changed: they must be given again.
}
correct-save = Save the correction
correct-unchanged = No answer changed: there is nothing to save.
correct-banner = CORRECTING a sheet
correct-banner-sheet = CORRECTING sheet { $sheet }
correct-leave-text = The correction is not saved. The sheet stays as it was.
correct-discard = Yes, changing nothing
correct-saved = Corrected
correct-saved-text = The new version counts. The old one is kept apart, as it was.
failed-correction = In the dossier, the sheet stayed as it was, or its correction took its place: one of the two counts, never none.
correct-gone = Nothing was changed
correct-gone-text = This sheet was corrected or withdrawn meanwhile. Look at the list again.
correct-day = “{ $day }” is not a day. For example: 22/11/2026.
correct-none = No sheet answers to this.
correct-none-day = No sheet of { $day } answers to this. Another day is asked for with --jour.
correct-unknown = { $count ->
    [one] One row cannot be corrected here: its form is no longer in “definitions”, beside it.
   *[other] { $count } rows cannot be corrected here: their form is no longer in “definitions”, beside them.
}
correct-list = Which sheet should be corrected?
correct-which = Its number in this list (Enter to leave):
correct-sheet = sheet { $sheet }
correct-group = group “{ $group }”
correct-whole = complete
correct-partial = partial
correct-answered = { $count ->
    [0] no answer
    [one] 1 answer
   *[other] { $count } answers
}
correct-trial = trial
correct-by-hand = changed by hand

## People's rights: what whoever looks after them reads

rights-code-wrong = “{ $code }”: { $reason }
rights-id-wrong = “{ $id }” is not the identifier of a row (reponse_id).
rights-form-unknown = unknown form
rights-day-unknown = unknown day
rights-row = { $title } ({ $form }), { $day }
rights-row-trial = { $title } ({ $form }), { $day }, trial
rights-row-old = { $title } ({ $form }), { $day }, old version
rights-row-aside = { $title } ({ $form }), { $day }, row set aside
rights-row-table = { $title } ({ $form }), { $day }, row in conflict
rights-row-seance = { $title } ({ $form }), { $day }, a line of a session
rights-row-reread = a text that was read again, and what was decided of it
rights-drafts = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
}
rights-sealed = { $count ->
    [one] There is also one sealed answer set in this dossier: without the key nobody can tell whose it is. Do it again where it is opened.
   *[other] There are also { $count } sealed answer sets in this dossier: without the key nobody can tell whose they are. Do it again where they are opened.
}
rights-confirm = To do it, type yes
rights-nobody = Nothing is done: nobody can confirm here. With --oui it is done without asking.
rights-nothing-done = Nothing was changed.
rights-left-unchanged = Nothing was changed: everything is as before.
rights-left-begun = It has begun and nothing is lost. The rest will be done by itself the next time Recueil starts in this dossier, or by running this command again.
rights-left-done = It is done, but the disk did not confirm it. Run this command again to be sure.
rights-left-unknown = How far it went cannot be read. Nothing is lost. Run this command again when the disk answers.
recovered-withdrawn = { $count ->
    [one] A withdrawal was not finished: the last row has just been erased.
   *[other] A withdrawal was not finished: the last { $count } rows have just been erased.
}
recovered-closed = The closing of { $cycle } was not finished: it is now.
withdraw-nothing = Nothing is recorded under this in this dossier. If its season is closed, the code no longer exists.
withdraw-what = { $count ->
    [one] What would be erased, with no way back:
   *[other] What would be erased, with no way back ({ $count } things):
}
withdraw-copies = Copies and exports were made: these answers may be in them. To be found and erased too:
withdraw-done = { $count ->
    [one] Erased: one answer set. Its number stays in “retraits.csv”, without the code, so that no gathering brings it back.
   *[other] Erased: { $count } answer sets. Their numbers stay in “retraits.csv”, without the code, so that no gathering brings them back.
}
withdraw-held = { $count ->
    [one] A draft is open in another window: close it, then do this again.
   *[other] { $count } drafts are open in other windows: close them, then do this again.
}
access-title = What is recorded of you
access-row = { $title }: { $day }
access-row-trial = { $title }: { $day } (a trial, which does not count)
access-row-old = { $title }: { $day } (old version, corrected since)
access-unread = { $count ->
    [one] One more row is kept, which cannot be read here.
   *[other] { $count } more rows are kept, which cannot be read here.
}
access-drafts = { $count ->
    [one] A form that was begun and not finished is kept too.
   *[other] { $count } forms that were begun and not finished are kept too.
}
access-written = Written: { $path }. This page tells answers: give it to the person, then erase it.
close-wrong = “{ $cycle }” is not a season. For example: 2026-2027.
close-nothing = No row of { $cycle } bears a code any more: there is nothing to close.
close-what = Closing { $cycle }: { $people ->
    [one] one code
   *[other] { $people } codes
}, on { $rows ->
    [0] no row
    [one] one row
   *[other] { $rows } rows
}. Each code becomes a pair number drawn at random, the same for the same person.
close-not-gathered = This dossier is not a gathered set. If other computers have answers of this season, gather first: an arrival and an end of season typed on two computers could no longer be joined.
close-no-way-back = After that nobody, even with their code, can find, consult or withdraw their answers.
close-done = { $cycle } is closed: { $rows ->
    [0] no row changed
    [one] one row changed
   *[other] { $rows } rows changed
}. The table of codes is erased.
purge-what = What was kept long enough, on { $day }:
purge-nothing = On { $day } nothing is to be erased.
purge-rows = season { $cycle }, { $rows ->
    [one] one answer set to erase
   *[other] { $rows } answer sets to erase
} (kept for { $months } months after the end of the season). Only the totals drawn already stay.
purge-codes = season { $cycle }, { $people ->
    [one] one code to replace
   *[other] { $people } codes to replace
} by pair numbers (kept for { $months } months after the end of the season).
purge-seances = season { $cycle }, { $rows ->
    [one] one session to erase
   *[other] { $rows } sessions to erase
}: its notebook, its votes, and what the group said at the mirror (kept for { $months } months after the end of the season).
purge-trials = { $rows ->
    [one] one trial to erase
   *[other] { $rows } trials to erase
} (kept for { $months } months after they were typed).
purge-drafts = { $drafts ->
    [one] one draft to erase
   *[other] { $drafts } drafts to erase
} (kept for { $days } days).
purge-kept = Season { $cycle }: answers kept until { $rows }.
purge-kept-coded = Season { $cycle }: codes kept until { $codes }, answers until { $rows }.
purge-undated = { $file }: { $count ->
    [one] nobody can tell the date of one row. Look at it yourself.
   *[other] nobody can tell the date of { $count } rows. Look at them yourself.
}
purge-sealed = Nor can their date be read without the key: if they are older than what you keep, they stay. Opened here, they will be seen by the next purge; an answer set already erased does not come back.
purge-done = Done. Answer sets erased: { $rows }; sessions erased: { $seances }; seasons closed: { $cycles }; drafts erased: { $drafts }.

## Gathering

gather-no-source = There is nothing at { $path }. Nothing was gathered. Check the path, or put the stick back.
gather-sources = At least one dossier, stick or file is needed.
gather-read = { $machines ->
    [0] No station
    [one] 1 station
   *[other] { $machines } stations
}, { $read ->
    [0] no file read
    [one] 1 file read
   *[other] { $read } files read
}, { $unchanged ->
    [0] none unchanged
    [one] 1 unchanged
   *[other] { $unchanged } unchanged
}.
gather-rows = { $rows ->
    [0] No row
    [one] 1 row
   *[other] { $rows } rows
} and { $trials ->
    [0] no trial
    [one] 1 trial
   *[other] { $trials } trials
} in { $into }, of which { $fresh ->
    [0] nothing new
    [one] 1 new row
   *[other] { $fresh } new rows
}.
gather-replaced = { $count ->
    [one] 1 row left out: a correction replaces it.
   *[other] { $count } rows left out: corrections replace them.
}
gather-withdrawn = { $count ->
    [one] 1 row left out: the person withdrew it.
   *[other] { $count } rows left out: people withdrew them.
}
gather-disputed = { $count ->
    [one] 1 row in conflict: it does not count until its version is chosen.
   *[other] { $count } rows in conflict: they do not count until their version is chosen.
}
gather-unreadable = { $count ->
    [one] 1 file could not be read.
   *[other] { $count } files could not be read.
}
gather-progress = Gathering: { $percent } %
gather-foreign = { $file }: this is no file of rows of Recueil. It was left.
gather-nothing = { $file }: nothing to gather here.
gather-edited = { $file }: another program wrote this file again ({ $edits }). It was read all the same.
gather-edit-mark = a mark before the first line
gather-edit-line-ends = the line ends
gather-edit-quotes = the quotation marks
gather-edit-separator = what parts the cells
gather-edit-letters = accented letters
gather-definition-other = { $file }: this questionnaire is written otherwise elsewhere, under the same name. Only one of the two writings is kept.
gather-definition-wrong = { $file }: this is not the questionnaire that its name says. It was left.
gather-sealed = { $file }: another sealed file bears the same name. This one was left.
gather-damaged = { $what } This row was not taken.
gather-cells = { $found } cells instead of { $expected }.
gather-identifier = Its identifier cannot be read.
gather-torn = Its end is missing.
gather-home = Neither it nor its file says which questionnaire it answers.
gather-entry = It cannot be read.
gather-more = { $file }: { $count ->
    [one] and 1 more row.
   *[other] and { $count } more rows.
}
gather-dispute = Row { $id }, { $count } versions:
gather-version = { $version }  { $file }
gather-version-modified = { $version }  { $file }  (changed after it was saved)
gather-disputes-more = { $count ->
    [one] … and 1 more row in conflict.
   *[other] … and { $count } more rows in conflict.
}
gather-how = To choose: recueil gather --into { $into } --settle
    Or, without being asked: --keep IDENTIFIER=VERSION
gather-keep-form = “{ $text }” cannot be read. An identifier, the sign = and a version are needed: --keep IDENTIFIER=VERSION
gather-no-dispute = The row { $id } is not in conflict. Nothing changed.
gather-no-version = No version of the row { $id }, or several, begin with “{ $version }”. Nothing changed.
gather-settle-at = Conflict { $number } of { $count }: row { $id }
gather-settle-modified = Version { $number } was changed after it was saved.
gather-settle-value = { $number }: { $value }
gather-settle-empty = (nothing)
gather-settle-file = The file
gather-settle-ask = Which version to keep? From 1 to { $count }, nothing for later
gather-settle-wrong = Type a number from 1 to { $count }, or nothing.
gather-settle-none = No row is in conflict.

## Copying

copy-done = { $written ->
    [0] Nothing to write: the copy was up to date
    [one] 1 file written
   *[other] { $written } files written
}, { $files ->
    [one] 1 file read again and compared
   *[other] { $files } files read again and compared
} in { $folder }
copy-remove = You may take the stick away.
copy-left = { $count ->
    [one] 1 file of the copy is no longer in the dossier: it stays there.
   *[other] { $count } files of the copy are no longer in the dossier: they stay there.
}
copy-no-folder = { $folder } is not there. Nothing was copied. Put the stick back, or check the path.
copy-inside = { $folder } is inside the dossier to copy. Nothing was copied. Choose a stick or another disk.
copy-no-rows = There are no answers yet: { $folder } does not exist. Nothing was copied.
copy-partial = The copy in { $folder } is incomplete: do not rely on it. The answers are still in the dossier. Copy again, on another stick if need be.
copy-differs = { $file } does not read as it was written: the stick may be damaged.
copy-marker = Copy under way, or interrupted: it is not whole. Copy again.

## What home leads to: the day, sheets to correct, the copy

today-heading = What was typed on { $day }
today-none = Nothing was typed yet on { $day }
today-lot = { $trial ->
    [yes] TRIAL: { $title }
   *[no] { $title }
}{ $group ->
    [none] { "" }
   *[other] , group “{ $group }”
}{ $seance ->
    [none] { "" }
   *[other] , séance { $seance }
}: { $complete ->
    [0] no complete sheet
    [one] 1 complete sheet
   *[other] { $complete } complete sheets
}{ $partial ->
    [0] { "" }
    [one] , 1 partial
   *[other] , { $partial } partial
}
today-seances = The last séances
today-seance = { $day }: { $trial ->
    [yes] TRIAL: { $title }
   *[no] { $title }
}{ $group ->
    [none] { "" }
   *[other] , group “{ $group }”
}. Present: { $present }. Answered: { $answered }. Left before the end: { $left }. Did not wish to: { $refused }. Absent: { $absent }.
today-sealed = Sealed answers are not counted by questionnaire here.
today-undated = Where the day is not kept, answers are not on this page.
sheets-none = No sheet of today
sheets-hint = The sheets typed today. Another one: recueil correct --sheet NUMBER
sticks-heading = Copy to which stick?
sticks-none = No USB stick was found
sticks-hint = Answers, questionnaires and settings are copied to it, then read again. Take the stick away only when the screen says so: it may take a minute.
sticks-again = Look again, once the stick is plugged in
sticks-other = Another folder
prompt-stick = Copy to which folder?
prompt-stick-hint = The folder of the stick, as /media/name/STICK or E:\
copied-not = The copy is not done
parcel-where = Where is it to be prepared?
parcel-done = Done
parcel-not = Nothing is prepared
prompt-parcel = In which folder is it to be prepared?
prompt-parcel-hint = A new folder, for example /media/name/STICK/envoi or E:\envoi

## Results: numbers, never percentages

results-which = The results of which référentiel?
results-heading = Results: { $title }
results-hint = How many people gave each answer, by criterion. Below { $base } answers to a question, nothing is said of them.
results-sealed = Sealed answers are not counted here.
results-none = There is no answer yet that counts.
results-counting = { $rows ->
    [one] One person has answered
   *[other] { $rows } people have answered
}
results-trials = TRIALS: { $rows ->
    [one] one sheet that does not count
   *[other] { $rows } sheets that do not count
}
results-changed = { $count ->
    [one] One row was changed by hand after it was saved.
   *[other] { $count } rows were changed by hand after they were saved.
}
results-unknown = { $count ->
    [one] One answer set is not counted: its questionnaire is no longer in “definitions”, beside it.
   *[other] { $count } answer sets are not counted: their questionnaire is no longer in “definitions”, beside them.
}
results-criterion = Criterion: { $title }
results-indicator = Indicator: { $title }
results-question = { $question } [{ $form }]
results-above = { $question }: told above
results-rest = Questions that feed no indicator
results-few = Too few answers: { $given }
results-private = The detail is not told: the question is a private matter, and one answer is that of fewer than { $base } people.
results-asked = { $given } { $given ->
    [one] answer
   *[other] answers
}, of { $asked } { $asked ->
    [one] person who was asked
   *[other] people who were asked
}
results-choice = { $count } of { $given }: { $choice }
results-several = Each person could give several answers.
results-missing = No answer, { $count }: { $reason }
results-unread = Unreadable in the file: { $count }

## A référentiel as the mediator reads it

tree-which = The criteria of which référentiel?
tree-porteur = Bearer: { $porteur }
tree-statut = Status: { $statut }
tree-source = Source: { $source }
tree-rows = { $rows ->
    [0] Nobody has answered it yet.
    [one] One person has answered it.
   *[other] { $rows } people have answered it.
}
tree-axis = Axis: { $title }
tree-criterion-common = Common criterion: { $title }
tree-question = { $question } ({ $given ->
    [0] no answer
    [one] 1 answer
   *[other] { $given } answers
})

## The first minute

welcome-heading = Welcome
welcome-text = Recueil asks questions of those who come to the workshop, keeps their answers on this computer and makes results of them. Nothing goes to the internet. To see what it is, try it: a trial never counts.
welcome-where = Answers will be in { $folder }
welcome-interview = Try an interview, in two minutes
welcome-seance = See a trial séance: ten invented sheets
welcome-home = Go to home
invented-heading = { $sheets } invented sheets are saved, as trials
invented-text = Nobody answered them: each answer comes from chance number { $seed }. They do not count, and are in { $file }
invented-not = The invented sheets could not be saved

## The settings

prompt-site = Where do you ask?
prompt-site-hint = The name of the place, as “Bellevue”. Nothing if there is only one.
settings-where = These settings are in { $file }. What is not in the list is written there: permission of parents, impact assessment, how long answers are kept.
settings-keys = Keys are in place: answers are sealed.
settings-no-keys = No key: answers are in clear. To make some: recueil keys
settings-unsaid = not said yet
settings-structure = Structure and contact
settings-structure-said = { $structure }; { $contact }
settings-site = Place
settings-lang = Language at the next start
settings-theme = Look of the screen at the next start
settings-theme-own = that of the terminal
settings-size = Size
settings-size-found = large if the window is small
settings-size-usual = usual
settings-size-large = large
settings-used = The référentiels in use
settings-used-count = { $count ->
    [one] only one
   *[other] { $count }
}
settings-reading = Reading aloud
settings-reading-never = no
settings-reading-key = when it is asked for (F7)
settings-reading-always = each question as soon as it comes
settings-headphones = Who hears what is read
settings-room = the whole room: answers are not said
settings-in-headphones = headphones, always plugged in: answers are said there
settings-speed = Speed of the voice
settings-speed-slow = slow
settings-speed-normal = normal
settings-speed-fast = fast
settings-in-use = in use
settings-not-used = not in use
settings-back = Back to the settings

## The borne: what the team reads of it

borne-opening = The borne is ready to open
borne-opening-form = People answer: { $title }.
borne-opening-trial = People answer: { $title } (trial: nothing will count).
borne-opening-sealed = Answers are sealed as soon as they are given: this computer cannot read them again.
borne-opening-clear = There is no key: whoever opens this computer can read the answers. To seal them, prepare keys (recueil keys).
borne-opening-where = They go to { $folder }. { $count ->
    [0] There are none yet.
    [one] One answer set is there already.
   *[other] { $count } answer sets are there already.
}
borne-opening-code = To close the borne: on the welcome, the F12 key, then the code of the team.
borne-opening-no-code = No code of the team is chosen: the borne is closed only by stopping the computer.
borne-open = Open the borne
borne-staff = Code of the team
borne-staff-hint = Type the code, then Enter. Enter with nothing written goes back to the welcome.
borne-staff-wait = { $count ->
    [one] Try again in one second.
   *[other] Try again in { $count } seconds.
}
borne-no-form = Which questionnaire? Name it after «borne», or in the settings: [borne] formulaires
borne-no-person = “{ $name }” is not answered alone: the team fills it in.
cli-kiosk = Serve one person after another on a shared computer, without a trace
cli-kiosk-forms = Questionnaires offered (by default those of the settings: [borne] formulaires)
cli-diagnose = Say which weak points of this computer can be seen, and what to do

## The kiosk: what holds it, and what weakens it

cli-kiosk-code = Choose the code with which the team leaves the kiosk
cli-kiosk-attended = Begin without a code: somebody of the team stays beside it
kiosk-no-terminal = The kiosk needs a terminal, for its input and its output.
kiosk-no-code = Without a code, nobody of the team could leave the kiosk. To choose one: recueil kiosk --set-code
    If somebody of the team stays beside it, add --attended: the kiosk is then left by closing its window or stopping the computer.
kiosk-out-of-order = Out of order. No answer is shown or kept.
kiosk-call-team = Please call somebody of the team. The kiosk will try to start again by itself.
code-ask = The code of the team (nothing is shown), then Enter:
code-again = Once more:
code-differs = The two are not the same. Nothing has changed: begin again.
code-left = Nothing has changed.
code-short = This code is too short: at least { $fewest } signs. Nothing has changed.
code-long = This code is too long: at most { $most } signs. Nothing has changed.
code-guessed = This code can be guessed: one key again and again, or keys in a row. Nothing has changed.
code-unreadable = This code has signs that no keyboard writes. Nothing has changed.
code-failed = This code could not be prepared: it takes 20 MB of free memory. Nothing has changed.
code-kept = The code is in place, scrambled, in { $path }. It stops the curious at the keyboard; it encrypts nothing. A kiosk that is running keeps the old one until it is left.
diagnose-borne = Diagnosis of the kiosk that runs on this computer.
diagnose-itself = No kiosk is running: diagnosis of this command, as if it were the kiosk. Run it where the kiosk will be, as the same user.
diagnose-count = { $count ->
    [0] No weak point among what can be seen from here.
    [one] One weak point:
   *[other] { $count } weak points:
}
diagnose-unseen = What could not be looked at:
weak-no-code = No code for the team: the kiosk refuses to start, unless attended.
weak-no-code-do = To do: recueil kiosk --set-code
weak-no-keys = Answers can be read on this computer: nothing seals them.
weak-no-keys-do = To do: recueil keys --into, to a USB stick that leaves with somebody
weak-shell = { $what } started the kiosk: whoever made it fall would be at a command line.
weak-shell-do = To do: let the system itself start it, without a shell (docs/borne.md, « Une console » or « Une fenêtre »)
weak-job-control = The terminal is not the kiosk's: { $what } would get it back at its end.
weak-job-control-do = To do: make the kiosk the login program of the console (docs/borne.md)
weak-root = The kiosk runs with all rights on the machine.
weak-root-do = To do: a user of its own, without rights (docs/borne.md, « Un utilisateur »)
weak-groups = The user of the kiosk can obtain other rights, by these groups: { $what }
weak-groups-do = To do: sudo gpasswd -d USER GROUP, for each
weak-readable = Other users of the machine can read the answers: { $what }
weak-readable-do = To do: chmod 700, for each
weak-writable = The user of the kiosk can change what it asks, or the code: { $what }
weak-writable-do = To do: let it belong to somebody else, read-only for the kiosk (docs/borne.md, « Le dossier »)
weak-multiplexer = { $what } is between the terminal and the kiosk: it has keys of its own, which open a shell, and a memory of the screens.
weak-multiplexer-do = To do: start the kiosk without it
weak-scrollback = The terminal « { $what } » is not known to erase what was scrolled.
weak-scrollback-do = To do: a terminal that does not scroll (foot -o scrollback.lines=0) or the console
weak-small = The screen has { $what } columns: the letters are too small for many.
weak-small-do = To do: a larger font, 80 columns at most (docs/borne.md, « De grandes lettres »)
weak-gpm = gpm serves the mouse of the consoles: what one person selected, the next can paste.
weak-gpm-do = To do: sudo apt remove gpm
weak-consoles = Other consoles wait for a login: Ctrl-Alt-F2 leads there.
weak-consoles-do = To do: NAutoVTs=0 and ReserveVT=0 in logind.conf, and the other getty masked (docs/borne.md, « Les sorties du clavier »)
weak-sysrq = The keys of the kernel (Alt-SysRq) can stop programs: kernel.sysrq is { $what }.
weak-sysrq-do = To do: kernel.sysrq = 0, in /etc/sysctl.d/
weak-reboots = Ctrl-Alt-Delete restarts the computer.
weak-reboots-do = To do: sudo systemctl mask ctrl-alt-del.target
weak-others = Other people are logged in to this machine: { $what }
weak-others-do = To do: let them log out before opening
weak-swap = Memory can be written in clear to the disk: { $what }
weak-swap-do = To do: sudo swapoff -a, or an encrypted disk, or LimitMEMLOCK=infinity for the kiosk
weak-core = A program collects what is left of programs that crash: { $what }
weak-core-do = To do: Storage=none in coredump.conf. The kiosk already forbids that its memory is kept: this is a second lock
weak-clock = The clock shows the year { $what }: the dates of answers will be wrong.
weak-clock-do = To do: set the computer's clock (sudo timedatectl set-time)
unseen-starter = who started the kiosk, and who gets the terminal when it ends
unseen-rights = the rights of its user
unseen-files = who can read and write the dossier
unseen-terminal = the terminal of the kiosk: its name, its width
unseen-clock = whether something sets the clock: without a network, nobody does
unseen-memory = where the system puts memory
unseen-sessions = who else is logged in
unseen-keyboard = what the keyboard can do outside the program: other consoles, keys of the kernel, restarting
unseen-always = never visible to a program: rights given in /etc/sudoers, a spy in the keyboard, a camera, somebody behind the person, a start from a USB stick, the memory of the terminal's window, hibernation

## Recording a voice

record-begin = { $left ->
    [0] All questions are recorded already ({ $all }). To read them again: --again
    [one] There is { $left } question to read, of { $all }. Read calmly what is written, the numbers too.
   *[other] There are { $left } questions to read, of { $all }. Read calmly what is written, the numbers too.
}
record-ask-begin = Enter: begin. s: skip this one. q: stop here.
record-ask-end = Recording… Enter: it is read.
record-ask-keep = Playing. Enter: keep. a: again. h: hear it again. s: skip. q: stop here.
record-empty = Nothing was recorded: is the microphone plugged in?
record-end = { $kept ->
    [0] Nothing kept this time
    [one] { $kept } question kept, in { $folder }
   *[other] { $kept } questions kept, in { $folder }
}{ $left ->
    [0] .
    [one] . { $left } is left: the same command goes on there.
   *[other] . { $left } are left: the same command goes on there.
}
record-nothing = Nothing here can record a voice. Install one of these programs: sudo apt install alsa-utils (arecord), or pipewire-bin (pw-record), or sox
record-failed = It could not be recorded: { $system }

## The report in the terminal

cli-mirror = Shows a group what it answered, then keeps what it says about it
cli-mirror-form = Forms whose last session is shown; all where none is said
cli-mirror-seance = Session, by its identifier (column seance_id)
cli-mirror-html = Writes the sheet to print for the group, and shows nothing
cli-report = What the answers say: how many, and what changed
cli-report-paths = Dossiers, gathered sets or files of answers; nothing for the dossier
cli-report-by = Each question by site, mois, groupe, support, aide, structure, cycle, aidant or langue
cli-report-essai = Trials count too
cli-report-stories = The stories that people agree to have quoted, and nothing else
cli-report-texts = Open texts read again one by one: may they be quoted?
cli-report-again = Those that were decided already, too
cli-report-form = Only these forms
cli-report-ref = Only these référentiels
report-by-unknown = Nothing can be parted by “{ $by }”. It can by: { $words }
report-no-rows = { $path }: there are no answers here.
report-form-unknown = No answer to the form “{ $name }”.
report-ref-unknown = No answer of the référentiel “{ $name }”.
report-title = What the answers say
report-trials = TRIALS: { $n ->
    [one] one answer is a trial
   *[other] { $count } answers are trials
}. What follows is no result.
report-none = There is no answer to count.
report-only-trials = There are trials, which do not count. To see them: recueil report --essai
report-rows = { $n ->
    [one] One answer set is counted.
   *[other] { $count } answer sets are counted.
}
report-declared = This is what people said. It does not prove where a change comes from.
report-split = Each question is told as a whole, then by { $by }.
report-split-many = There are too many different values to part by { $by }: all is told together.
report-by-structure = structure
report-by-site = site
report-by-cycle = season
report-by-mois = month
report-by-groupe = group
report-by-support = medium
report-by-aide = help
report-by-aidant = who helps
report-by-langue = language
report-form = { $form }: { $n ->
    [one] one answer set
   *[other] { $count } answer sets
}
report-form-partial = , of which { $n ->
    [one] one interrupted
   *[other] { $count } interrupted
}
report-form-days = { "" }, from { $first } to { $last }
report-form-seasons = { "" }, from { $first } to { $last }
report-form-day = { "" }, { $first }
report-held = In the notebook of séances: { $counts }.
report-held-seances = { $n ->
    [one] one séance
   *[other] { $count } séances
}
report-held-present = { $n ->
    [one] one person there
   *[other] { $count } people there
}
report-held-answered = { $n ->
    [one] one answered
   *[other] { $count } answered
}
report-held-refused = { $n ->
    [one] one did not wish to
   *[other] { $count } did not wish to
}
report-held-left = { $n ->
    [one] one left before the end
   *[other] { $count } left before the end
}
report-held-absent = { $n ->
    [one] one was expected and did not come
   *[other] { $count } were expected and did not come
}
report-ways-support = On what: { $ways }
report-ways-aide = With what help: { $ways }
report-count = { $name } ({ $count })
report-choice = { $name }: { $count } of { $of }
report-share = { $n ->
    [one] One person
   *[other] { $taken } people
} of { $of } ({ $share }%, between { $low } and { $high }%)
report-share-everybody = { $n ->
    [one] One person
   *[other] { $taken } people
} of { $of } ({ $share }%)
report-everybody = Everybody who was there answered: this is no sample, there is no interval.
report-sum = In all: { $sum }
report-apart = Answered in words: counted here, and not quoted.
report-median = In the middle: { $low }
report-median-two = In the middle: between { $low } and { $high }
report-missing = No answer: { $reasons }
report-otherwise = Asked in other words, too: counted apart. Compare only if it means the same.
report-hidden = The detail is not told: with other figures it would give away that of a few people.
report-too-few = fewer than { $base } answers: not shown
report-earlier = The detail is not told: too few answers changed since a report that was published, and the difference would give away those of a few people. Wait for more answers, or publish the whole season.
report-diffusion = This report may be published.
report-diffusion-trials = Trials are not published: take away --essai, or --diffusion.
report-diffusion-part = Only a whole dossier is published, and one only: reports on pieces can be subtracted. Gather first: recueil gather
cli-report-diffusion = What may be told outside the structure
report-part = { $name }: { $counts }
report-part-unsaid = not noted
report-part-counts = { $n ->
    [one] one answer
   *[other] { $count } answers
}: { $counts }
report-answers = { $n ->
    [0] no answer
    [one] one answer
   *[other] { $count } answers
}
report-core = Common criteria, référentiel by référentiel
report-core-text = The questions are not the same: the figures stand side by side, they are neither added up nor ranked.
report-core-criterion = Common criterion: { $title } (fed by { $count } référentiels)
report-hardest = The questions passed most often
report-hardest-text = No question was tried out yet: these are to be looked at first.
report-hard = { $question }: passed { $passed } times of { $asked }{ $unclear ->
    [0] { "" }
   *[other] , of which { $unclear } times because it was not understood
}
report-changes = Change as declared
report-changes-text = The same people, on arriving and later, known by their code. It is what they say: nothing proves that the workshop is the cause.
report-cohort = { $title }, season { $season } ({ $role })
report-paired = On arriving: { $entry } answer sets. Later ({ $to }): { $later }. { $n ->
    [0] Nobody answered both times.
    [one] One person answered both times.
   *[other] { $paired } people answered both times.
}
report-unclear = { $n ->
    [one] One code does not go to one person alone: it is not counted here.
   *[other] { $count } codes do not go to one person alone: they are not counted here.
}
report-few-pairs = Too few people answered both times.
report-better = better
report-same = the same
report-worse = worse
report-more = more
report-less = less
report-change-share = { $name }: { $taken } of { $of } ({ $share }%, between { $low } and { $high }%).
report-chance = This difference is compatible with chance.
report-chance-hardly = Chance alone would hardly explain it.
report-chance-few = Too few people changed to rule out chance.
report-method = How these figures are made
report-files = { $n ->
    [one] One file read.
   *[other] { $count } files read.
}
report-left-out = { $n ->
    [one] One trial is left out.
   *[other] { $count } trials are left out.
}
report-gone = { $n ->
    [one] One answer set that was withdrawn or replaced is not counted.
   *[other] { $count } answer sets that were withdrawn or replaced are not counted.
}
report-team = { $n ->
    [one] One sheet of the team is not counted with the people.
   *[other] { $count } sheets of the team are not counted with the people.
}
report-threshold = Threshold: below { $base } answers to a question, nothing is said of them.
report-interval = “Between … and … %”: what the same question could give with other people alike, 19 times of 20 (Wilson interval).
report-version = v{ $version }-{ $fingerprint } ({ $count })
report-versions = Form { $form }: { $versions }
report-prints = Questions counted, each with its fingerprint: { $prints }
report-flaws = What was wrong in the files
report-unknown = { $file }: { $n ->
    [one] one answer set is not counted
   *[other] { $count } answer sets are not counted
}, the form is no longer in “definitions”, beside them.
report-flaw = { $file }:{ $places }: { $n ->
    [one] once
   *[other] { $count } times
}, { $what }
report-flaw-twice = this answer set is counted elsewhere already: it is left out.
report-flaw-elsewhere = this line answers another form than the file: it is left out.
report-flaw-trial = a trial, in a file of answers that count.
report-flaw-future = the date is still to come: the answer is counted, the clock was perhaps wrong.
report-flaw-unknown = this cell holds no answer of the question: it is counted as unreadable.
report-flaw-columns = a column of the form is missing: its question is not counted.

## The page of the report

cli-report-html = A page to read and to print, in this file; "-" shows it
web-title = { $title }: { $structure }
web-skip = Go to the content
web-contents = Contents
web-period-one = Period: { $first }.
web-period-days = Period: from { $first } to { $last }.
web-period = Period: from { $first } to { $last }.
web-forms = Questionnaires: { $forms }.
web-made = Page made on { $day }.
web-written = The report is made: { $path }. It opens in a browser, and can be printed.
web-table-answer = Answer
web-table-count = How many
web-table-all = In all
web-table-referentiel = Référentiel
web-table-question = Question
web-table-form = Questionnaire
web-table-seances = Sessions
web-table-present = Attendances
web-table-answered = Answers
web-table-refused = Did not wish to
web-brief = In brief
web-brief-seances = { $n ->
    [one] One session is in the notebook
   *[other] { $count } sessions are in the notebook
}, with { $present ->
    [one] one attendance
   *[other] { $people } attendances
}.
web-brief-result = To the question "{ $question }", { $n ->
    [0] nobody
    [one] one person
   *[other] { $taken } people
} out of { $of } { $n ->
    [0] answers
    [one] answers
   *[other] answer
} { $answers }.
web-brief-change = To the question "{ $question }", { $n ->
    [one] one person answered
   *[other] { $count } people answered
} on arriving and later: { $counts }.
web-bilan = The season on one page
web-bilan-done = Outputs: what was done
web-bilan-made = Outputs: what people say they did
web-bilan-results = Results: what people say
web-bilan-further = Beyond the workshop: what people say
web-bilan-words = Words that these people agree to see quoted
web-bilan-read = One question for each criterion: the first, whether it is good or not. The pages that follow tell all the others.
web-result = { $share }: { $answers }
web-derived = Derived criteria, not validated by their bearer: these are not the bearer's words.
web-limits = What these figures do not say
web-limit-cause = Where a change comes from. Nobody else was asked, to compare.
web-limit-absent = What those think who did not come, who left, or who did not wish to answer.
web-limit-please = Whether somebody answered to please. That happens more often with someone beside them.
web-limit-few = What other people would say. Among ten, one answer changes everything: the interval says by how much.
web-limit-rank = Who is best. Neither people, nor workshops, nor organisations can be compared with these figures.
web-limit-derived = What the bearer wanted to know. The criteria are derived from what is public, and the questions have not been tried yet.
web-design-both = { $title }: the same questions on arriving and later.
web-design-entry = { $title }: questions on arriving only, there is no after yet.
web-design-exit = { $title }: questions on leaving only, there is no before.
web-design-once = { $title }: questions asked once, with no before and no after.

## Exporting

export-done = { $rows ->
    [0] No row
    [one] One row
   *[other] { $rows } rows
}, { $forms ->
    [one] one form
   *[other] { $forms } forms
}: it is in { $path }
export-complete-holds = This export holds everything: codes, days, places{ $texts ->
    [0] .
    [one] , and the open texts of one person, apart. Read them again before you show them.
   *[other] , and the open texts of { $texts } people, apart. Read them again before you show them.
} These are personal data: keep it as you keep the dossier, send it to nobody, delete it once it has served. It is noted in « copies.csv »: a withdrawal will name it.
export-diffusion-holds = This export holds no code, no day, no open text, no sensitive question; rows are in no order. Each person is like at least four others in it. A rare answer may still say whose it is: read it again before you hand it on.
export-trials = Trials are in it too: their column « essai » says 1.
export-problems = { $count ->
    [one] One thing could not be exported, or was changed by hand: see above. The rest is exported. « recueil check data » says what to do.
   *[other] { $count } things could not be exported, or were changed by hand: see above. The rest is exported. « recueil check data » says what to do.
}
export-not-built = This program was built without the format { $format }. Ask whoever prepared it, or choose csv-excel, datapackage or r.
export-nothing = There is nothing to export.
export-no-column = No column is called { $name }.
export-exists = { $path } is there already. Give another name, or add --force if it is an export or a parcel to replace.
export-foreign = { $path } is there already, and is neither an export nor a parcel: it is not replaced. Give another name.
export-inside = { $path } holds the answers, or is among them. An export or a parcel goes elsewhere: give another folder.
export-too-many = { $form } has { $rows } rows, and this format holds only { $most }. Choose datapackage, r or parquet.
export-sensitive = « { $title } »: to be part of it says something of a person already. None of its rows leaves.
export-few = { $title } ({ $form }), { $rows ->
    [one] one row
   *[other] { $rows } rows
}. Somebody who knows a person could recognise it by: { $columns }. At least { $least } people must be alike. Here they are not:
export-few-who = { $count ->
    [one] one person
   *[other] { $count } people
}: { $cells }
export-few-more = … and { $count ->
    [one] one more group
   *[other] { $count } more groups
} of that kind.
export-more = … and { $count ->
    [one] one more thing
   *[other] { $count } more things
} of that kind: « recueil check data » says them all.
export-empty = nothing
export-everybody = all rows
export-few-do = To get there, leave out: { $options }
export-few-all = Nothing would help: there are fewer than { $least } rows. Add those of other séances, or hand on only numbers.
export-few-refused = Nothing is written.
export-column-number = number of the row in this file
export-yes = yes
export-no = no
export-plan-avant-apres = before and after
export-plan-sortie-seule = leaving only
export-plan-retrospectif = looking back
export-aidant-aucun = nobody
export-horloge-sure = sure
export-horloge-suspecte = suspect
export-etat-complet = complete
export-etat-partiel = interrupted
export-asked = asked if { $condition }
export-sort = kind
export-sort-words = words
export-sort-text = open text
export-sort-choice = one code
export-sort-several = codes, parted by a space
export-sort-taken = 1 or 0
export-sort-number = whole number
export-sort-day = day
export-sort-month = month
export-sort-season = season
export-codes-file = file
export-codes-column = column
export-codes-label = what it says
export-codes-sort = kind
export-codes-code = code
export-codes-words = in words
export-sheet-codes = Answers
export-sheet-words = In words
export-sheet-texts = Open texts
export-sheet-book = Codes
export-texts = The open texts, apart: to be read again before they are shown.
export-licence = No licence: nobody gave these answers to be published again.
export-page-title = Exported answers
export-page-complete = Complete export, for the structure: personal data.
export-page-diffusion = Export to be handed on: no code, no day, no open text, no sensitive question; each row is like at least four others in what a person would be recognised by.
export-page-rows = { $rows ->
    [one] One row.
   *[other] { $rows } rows.
}
export-page-texts = The open texts, apart, by the identifier of the row ({ $rows ->
    [one] one row has some
   *[other] { $rows } rows have some
}). To be read again before they are shown; the right to quote is in T6.
export-page-csv-excel = Files for a French Excel or LibreOffice: semicolon, UTF-8. A text that a spreadsheet would take for a formula or a number (« =1+1 », « 007 ») has an apostrophe before it: take one away, and only one, to have the exact text.
export-page-xlsx = A workbook for each form: the answers in codes, the same in words, the open texts, the codes. In brackets: a reason of no answer.
export-page-r = In R, from this folder: source("lire.R"). Each form becomes a table, and another of the same name and the end « _manques » says why an answer is missing.
export-page-parquet = Parquet files, in folders by référentiel, form and structure. Answers are the words of the rows, reasons of no answer included; empty structures are in « __HIVE_DEFAULT_PARTITION__ ».
export-r-how = In R, from the folder of this file: source("lire.R"). R alone is enough; where there is haven, its labels too.

## Forms as XLSForm workbooks

xlsform-alone = “{ $choice }” is ticked alone.
xlsform-other = Other
xlsform-none = None of these
xlsform-porteur = to be filled in
xlsform-lieu = here
xlsform-sheet = sheet { $sheet }
xlsform-rows = { $count ->
    [one] row { $rows }
   *[other] rows { $rows }
}
xlsform-column = column { $column } ({ $header })
xlsform-remark = { $place }: { $what }
xlsform-no-survey = there is no sheet “survey” (or “questions”), the one of the questions.
xlsform-no-column = the column “{ $key }” is missing.
xlsform-no-cell = this row has nothing in the column “{ $key }”.
xlsform-unknown-type = “{ $word }” is not a type of question{ $nearest ->
    [none] .
   *[other] {""}. Did you mean “{ $nearest }”?
}
xlsform-unknown-list = the list “{ $name }” has no choice in the sheet “choices”{ $nearest ->
    [none] .
   *[other] {""}. Did you mean “{ $nearest }”?
}
xlsform-unknown-name = nothing is called “{ $name }”.
xlsform-bad-name = “{ $name }” is not a name: a letter, then letters or digits, then at most one _ followed by small letters or digits, 24 signs at most.
xlsform-twice = “{ $name }” is there twice.
xlsform-ends-unbegun = this group ends without having begun.
xlsform-never-ends = this group begins and never ends.
xlsform-neither = “{ $word }” says neither yes nor no.
xlsform-unknown-word = “{ $word }” is not one of the possible words ({ $allowed }){ $nearest ->
    [none] .
   *[other] {""}. Did you mean “{ $nearest }”?
}
xlsform-not-a-number = “{ $word }” is not a whole number: left out.
xlsform-no-question = no question is left to ask.
xlsform-said-twice = two workbooks say “{ $name }” otherwise: write it in the same way, or give it another name.
xlsform-sheet-left = the sheet “{ $sheet }” is not read.
xlsform-column-left = { $key ->
    [required] nothing is required here: each question may be passed, and the reason is kept.
    [required_message] nothing is required here: this message is not kept.
    [appearance] the appearance is not kept: there is one question on a screen.
    [default] the answer given beforehand is not kept: nobody answers in the place of another.
    [read_only] the question can be answered: “read only” is not kept.
    [choice_filter] all the choices are offered: the filter is not kept.
    [media] pictures and sounds are not kept.
    [calculation] the calculation is not kept.
    [parameters] these parameters are not kept.
   *[other] { $nearest ->
        [none] this column is not read.
       *[other] this column is not read. Did you mean “{ $nearest }”?
    }
}
xlsform-language-left = nobody can tell which language this is: these texts are not kept. Write its code in parentheses: “Français (fr)”.
xlsform-device-left = “{ $type }” cannot be asked in a terminal (photo, sound, place, file): this question is not asked.
xlsform-metadata-left = “{ $type }” is noted by the device: answers have columns of their own for it here (date, duration, station).
xlsform-elsewhere-left = “{ $type }” takes its choices from another file: this question is not asked.
xlsform-calculation-left = “{ $name }” is calculated: nothing of it is kept among the answers, but conditions that name it say its calculation.
xlsform-as-words = “{ $type }”: asked in a few words.
xlsform-as-integer = “{ $type }”: asked as a whole number.
xlsform-as-multiple = “{ $type }”: several choices, without their order.
xlsform-as-yes-no = “{ $type }”: asked as yes or no.
xlsform-repeat-once = what repeats is asked once.
xlsform-group-label = the title of the group is not shown: questions follow each other.
xlsform-renamed = “{ $was }” is called “{ $name }” here.
xlsform-choice-renamed = the choice “{ $was }” is called “{ $name }” here.
xlsform-exclusive-added = several choices are possible: “None of these” is added. If there is one already, put “oui” in the column “exclusif” of its row.
xlsform-condition-left = the condition is not kept, because of “{ $part }”: { $key ->
    [relevant] the question is asked without it.
   *[other] the answer is not checked.
}
xlsform-no-label = no words: the name stands for them.
xlsform-not-french = no words in French: those in “{ $code }” stand for them. To be translated.
xlsform-piped = an answer cannot be quoted in a text: “…” stands in its place.
xlsform-core-kept = “{ $name }” is a common question: it is asked as the common référentiel says it. To say it otherwise, give it another name.
xlsform-core-form = “{ $was }” is of another référentiel, which a workbook does not replace: the form is called “{ $form }”, in the référentiel “{ $id }”.
xlsform-assumed = the workbook does not say it, it is assumed: { $keys }. To be read again in the file.
xlsform-made = “{ $code }” was made from this column. To be read again in the file.
xlsform-missing = the référentiel “{ $id }” at hand also has: { $names }. A file that takes its place would have them no more; import their workbooks too, or add them.
xlsform-file-from = Made by “recueil import” from { $files }. To be read again: criteria, words, conditions.
xlsform-file-was = In the workbook: { $name }
xlsform-file-registres = Families of criteria
xlsform-file-criteres = Criteria
xlsform-file-indicateurs = Indicators
xlsform-file-echelles = Scales
xlsform-file-questions = Questions
xlsform-file-forms = Forms
xlsform-exported = { $forms ->
    [one] One form is written in { $path }.
   *[other] { $forms } forms are written in { $path }.
} A workbook each, without any answer.
xlsform-imported = { $path } is written: { $questions ->
    [one] one question
   *[other] { $questions } questions
}, { $forms ->
    [one] one form
   *[other] { $forms } forms
}.
xlsform-refused = Nothing is written: { $count ->
    [one] one thing is
   *[other] { $count } things are
} to be mended first in the workbook.
xlsform-remarks = { $count ->
    [one] One thing is not here as in the workbook:
   *[other] { $count } things are not here as in the workbook:
}
xlsform-not-built = This program was built without the reading of workbooks. Save the sheet as CSV, or ask whoever prepared it.
xlsform-broken = { $path } cannot be read as a workbook ({ $system }).
xlsform-nothing = { $path } holds no table: a workbook (xlsx, xls, ods), a CSV or a table in Markdown is expected.
xlsform-large = { $path } is too large: { $limit } MiB at most.
xlsform-left = What follows is left to mend, in the file or in the workbook:

## Activities of La Coop de la médiation numérique

import-both = These files are of two kinds: forms, and activities of La Coop. Import them separately.
import-into = The activities of La Coop go into the session register of this dossier: --into is for forms.
import-trial = --essai is for the activities of La Coop: a form is no trial.
coop-column = { $keys } missing: this is another export, or an old one. In La Coop, export the activities again.
coop-no-id = no identifier: nobody could tell whether this activity is in the register already.
coop-kind = “{ $word }” is no kind of activity that is known.
coop-differs = the lines of one activity do not say the same.
coop-day = “{ $word }” is no day.
coop-minutes = “{ $word }” is no whole number of minutes.
coop-people = “{ $word }” does not say of how many people this is one: 3/12 is the third of twelve.
coop-incomplete = { $count } people were there, but these lines are not one for each of them ({ $rows }): the file is filtered, cut or doubled.
coop-answer = { $name }: { $refusal }
coop-theme = “{ $word }” has no word in the register.
coop-across = “{ $word }” lies across two bands of the register: these stay without an answer.
coop-unknown = “{ $word }” is not known: nobody is counted in this session.
coop-place = by this place somebody could be found: it is not kept.
coop-new = { $count ->
    [0] No workshop of La Coop to add to the session register.
    [one] One workshop of La Coop to add to the session register:
   *[other] { $count } workshops of La Coop to add to the session register:
}
coop-line = { $day }, { $people ->
    [one] one person
   *[other] { $people } people
}{ $minutes ->
    [0] { "" }
   *[other] , { $minutes } min
}{ $place ->
    [none] { "" }
   *[other] , { $place }
}
coop-more = { $count ->
    [one] and one more.
   *[other] and { $count } more.
}
coop-there = { $count ->
    [one] One workshop is there already.
   *[other] { $count } workshops are there already.
}
coop-alone = { $count ->
    [one] One individual support is not taken
   *[other] { $count } individual supports are not taken
}: a session brings a group together.
coop-refused = { $count ->
    [one] One activity is not taken, for what is said above.
   *[other] { $count } activities are not taken, for what is said above.
}
coop-private = Not read, so that nothing says who came: { $columns }.
coop-unplaced = Without a place in the register: { $columns }.
coop-blank = La Coop does not say who came for the first time, how many led the session, how much official business and how many works were done, nor how many people were pointed elsewhere: these questions stay without an answer.
coop-same-day = { $count ->
    [one] A session of this day is in the register already, filled in here
   *[other] Sessions of these days are in the register already, filled in here
}: { $days }. If it is the same, it would count twice.

## To the city

send-nobody = recueil.toml does not say who sends: it needs “structure” and “contact”. Nothing is written.
send-nothing = There is nothing to send: no answers that count are in this dossier.
send-leaves = What leaves, in the name of “{ $structure }”:
send-form = { $title }: { $rows ->
    [0] no row
    [one] one row
   *[other] { $rows } rows
}
send-form-totals = { $title }: no row. Being among them already says something of a person. Only totals leave, and nothing that counts fewer than { $least } answers.
send-how = In these rows a random pair number takes the place of each code, and a month that of each day.
send-private = Of sensitive questions only totals leave, and nothing that counts fewer than { $least } answers.
send-texts = { $count ->
    [one] One text that was read again leaves too, apart from the rows, in textes.csv: its person is willing to be quoted.
   *[other] { $count } texts that were read again leave too, apart from the rows, in textes.csv: their people are willing to be quoted.
}
send-gone = { $count ->
    [one] One row that was sent before has been withdrawn since: the city must know. This parcel says so, and its row goes when it is gathered.
   *[other] { $count } rows that were sent before have been withdrawn since: the city must know. This parcel says so, and its rows go when it is gathered.
}
send-stays = What stays here:
send-stays-always = codes, days and durations, groups, sessions, sheet numbers, the name of the computer
send-stays-texts = open texts ({ $count ->
    [one] one person wrote some
   *[other] { $count } people wrote some
})
send-stays-texts-but = the open texts, but those of textes.csv ({ $count ->
    [one] one person wrote some
   *[other] { $count } people wrote some
})
send-stays-trials = trials ({ $count ->
    [one] one
   *[other] { $count }
})
send-changed = { $count ->
    [one] One row was changed after it was recorded. It leaves as it is; “recueil check data” says which.
   *[other] { $count } rows were changed after they were recorded. They leave as they are; “recueil check data” says which.
}
send-sealed = The parcel is encrypted: only the key of the city opens it. The slip stays readable.
send-open = The parcel is not encrypted: recueil.toml does not give the key of the city. Who has the folder can read it: carry it yourself, and do not send it by mail.
send-done = The parcel is ready in { $path }
send-then = Print bordereau.html and add it. To correct a parcel, prepare another: it takes the place of the first where it is gathered.
send-less = fewer than { $least }
send-hidden = not shown
send-page = # Parcel for the city

    These rows come from one structure. A pair number takes the place of each code, a month that of each day. The name of the computer, the group, the session, the sheet, the time and the duration are empty. Open texts, days given as answers and sensitive questions have no column; where there is “textes.csv”, it holds texts that were read again and that their authors are willing to have quoted. Of sensitive référentiels there is only “totaux.csv”. “bordereau.html” says how many rows there are.

    To bring them together: “recueil gather FOLDER --into CITY”. Where there is “envoi.age”, first: “recueil open --identity KEY --from FOLDER --into PARCELS”, then “recueil gather PARCELS --into CITY”.
send-unpacked = The parcel is open in { $path }
send-unpacked-then = To bring it together with the others: recueil gather { $path } --into CITY
send-open-into = Say where to open the parcel, with --into FOLDER: { $file }
slip-title = Slip of a parcel for the city
slip-who = { $who }. On { $day }, with Recueil { $program }. Contact: { $contact }.
slip-form = form
slip-rows = rows sent
slip-months = period
slip-seances = sessions
slip-present = could answer
slip-answered = answered
slip-refused = did not wish to
slip-left = left before the end
slip-totals = totals only
slip-unsaid = not noted
slip-few = Where being there already says something of a person, a number below { $least } is not told.
slip-stays = The people who could answer are those whom the session notebook says were present. No code, no day and no open text is sent.
slip-given = Sent by
slip-received = Received on
slip-by = Received by

## The folder that the city prepares for a structure

kit-day = “{ $day }” is not a day. For example: 2027-06-30.
kit-column = the column { $column } is missing. There must be structure and contact at least; site, referentiels and cle_… may follow.
kit-line = this line cannot be read.
kit-nobody = no structure is named.
kit-done = { $count ->
    [one] One folder is ready
   *[other] { $count } folders are ready
} in { $path }
kit-no-key = recueil.toml does not give the key of the city: parcels will not be encrypted. To make one: recueil keys, then “cle” under [ville].
kit-settings-city = The parcel for the city: its public key, and the day on which it is due.
kit-settings-keys = The public keys to which answers are sealed.
kit-read-title = Recueil: { $who }
kit-read-start = Copy this folder onto the computer or a USB stick, put the program recueil into it, and open the program. You may also type, from another folder: recueil init --kit THIS_FOLDER
kit-read-nothing = There is nothing to set: the name of the structure, the place, the forms and the public keys are in recueil.toml. Do not change the name of the structure or the place: the city brings answers together by them.
kit-read-notice = notice.txt is what each person is told before the questions. Put it on the wall.
kit-read-due = The city expects your parcel on { $day } at the latest: recueil send --to PARCEL
kit-read-sealed = Your parcel will be encrypted: only the private key of the city, which is not here, opens it.
kit-read-open = Your parcel will not be encrypted: carry it yourself, and do not send it by mail.
kit-read-contact = At the city, for any question: { $contact }

## The page for whoever takes over

relay-title = Recueil: what whoever takes over must know
relay-written = The page is in { $path }
relay-who = Who and when
relay-where = Where the answers are
relay-keys = Keys and codes
relay-due = What is to be done
relay-forms = The référentiels
relay-unsaid = not said
relay-structure = Structure: { $structure }. Place: { $site }. Contact given to people: { $contact }.
relay-made = Page made on { $day }, with Recueil { $program }.
relay-dossier = Everything is in { $folder }. The answers are in its folder “data”.
relay-rows = { $count ->
    [0] No answers that count are there.
    [one] One answer that counts is there.
   *[other] { $count } answers that count are there.
}
relay-sealed = { $count ->
    [one] One more is sealed: it takes the private key to read it.
   *[other] { $count } more are sealed: it takes the private key to read them.
}
relay-stations = { $count ->
    [one] They come from one computer: { $names }.
   *[other] They come from { $count } computers: { $names }.
}
relay-blank-machine = Where the computer is, and who can open it
relay-no-keys = Answers are not sealed: there is no key to keep.
relay-key-names = Answers are sealed. Each of these keys opens them: { $names }. No private key is in this folder.
relay-blank-key = Who keeps the key “{ $name }”, and where
relay-city-key = The parcel for the city is encrypted: recueil.toml has its public key.
relay-no-city-key = The parcel for the city is not encrypted: recueil.toml does not have its public key.
relay-staff-code = The kiosk has a staff code. If it is forgotten, another is chosen: recueil kiosk --set-code
relay-no-staff-code = The kiosk has no staff code. To choose one: recueil kiosk --set-code
relay-send-due = The city expects the parcel on { $day } at the latest: recueil send --to PARCEL
relay-send-late = The city expected the parcel on { $day }. If it has not left: recueil send --to PARCEL
relay-codes-until = Season { $cycle }: to be closed on { $day } at the latest (recueil close { $cycle }). Codes then become pair numbers.
relay-codes-late = Season { $cycle }: to be closed since { $day }: recueil close { $cycle }
relay-rows-until = Season { $cycle }: answers are kept until { $day }, then recueil purge.
relay-rows-late = Season { $cycle }: answers were to be kept only until { $day }: recueil purge
relay-copy = Last copy: { $day }, in { $place }.
relay-copy-old = Last copy: { $day }, in { $place }. That is too old: recueil copy --to STICK
relay-copy-none = No copy has been made: recueil copy --to STICK
relay-drafts = { $count ->
    [0] No interrupted interview is waiting.
    [one] One interrupted interview waits to be taken up or erased.
   *[other] { $count } interrupted interviews wait to be taken up or erased.
}
relay-referentiel = { $title } ({ $id }), version { $version }

## The workshop: a référentiel around a table

atelier-heading = Our référentiel: what counts for us
atelier-derive = These criteria are an offer, made from public information. Nobody here has discussed them yet.
atelier-discussed = These criteria are under discussion.
atelier-hint = One criterion a screen. For each: keep it, say it otherwise, remove it, and note how many are for, against, or want to talk about it again. No name is noted. Everything is kept as you go: you may stop and go on another day.
atelier-decided = { $all ->
    [0] There is no criterion yet.
   *[other] Criteria decided: { $decided } of { $all }.
}
atelier-begin = Begin with the first criterion
atelier-resume = Go on with the first criterion that is not decided
atelier-add = Add a criterion
atelier-to-end = See what is decided, and finish
atelier-leave = Stop here: everything is kept
atelier-place = Criterion { $place } of { $count }
atelier-seen-by = It will show by: { $title }.
atelier-asked = We ask: “{ $question }”
atelier-asks-nothing = No question asks about it yet.
atelier-common = This criterion is common to all référentiels: here it is kept, and you say what you think of it. Its words do not change.
atelier-derived-one = A derived offer, to be discussed.
atelier-kept = Decided: we keep it.
atelier-reworded = Decided: we keep it, said otherwise.
atelier-removed = Decided: we remove it. Its questions stay.
atelier-removed-all = Decided: we remove it, with the questions that only it needs.
atelier-avis = For: { $for }. To discuss again: { $discuss }. Against: { $against }.
atelier-keep = We keep it
atelier-retitle = We say it otherwise
atelier-question = We say one of its questions otherwise
atelier-remove = We remove it
atelier-opinions = Note how many are for, against, or want to talk about it again
atelier-later = On to the next, nothing decided
atelier-next = On to the next
atelier-which-question = Which question is to be said otherwise?
atelier-question-warning = Careful: a question said otherwise is another question. Answers before and after compare only if it still means the same. Its familiar form, its English and its other wording do not change: read them again.
atelier-back = Back to the criterion
atelier-removing = Remove “{ $title }”?
atelier-removing-hint = A question that stays is still asked, and its answers compare. A question that is removed is asked no more; answers already given stay.
atelier-remove-kept = Remove it, and keep its questions
atelier-remove-all = Remove it, with the questions that only it needs
atelier-axis = To which family does this new criterion belong?
atelier-end = What is decided
atelier-list-reworded = Said otherwise: “{ $title }” becomes “{ $now }”.
atelier-list-removed = Removed, its questions stay: “{ $title }”.
atelier-list-removed-all = Removed with its questions: “{ $title }”.
atelier-list-added = Added: “{ $title }”.
atelier-list-question = Question said otherwise: “{ $question }”
atelier-not-yet = To validate, there must be a version under discussion of which each criterion is decided.
atelier-write = Write version { $version }, under discussion
atelier-validate = Write version { $version }, validated
atelier-first = Look at the criteria again from the first
atelier-written = Version { $version } is written
atelier-file = It is in { $file }
atelier-copy = The version before is kept in { $file }
atelier-compares = “{ $form }”: all answers compare, before and after.
atelier-compares-partly = “{ $form }”: some of the answers compare.
atelier-compares-not = “{ $form }”: answers before and after do not compare.
atelier-if-same = To be compared only if it still means the same: “{ $question }”
atelier-diff = What compares, in detail:
atelier-refused = This version is not written: it would have defects
atelier-unkept = What was just decided could not be kept on the disk.
atelier-needed = Something must be written.
atelier-added-comment = Added around the table: an indicator and a question are still to be written.
atelier-unread = What was decided cannot be read: { $file } ({ $why }). Correct this file, or move it to begin again.
atelier-ask-title = How should this criterion be said?
atelier-hint-title = In everyday words, on one line.
atelier-ask-question = How should this question be said?
atelier-hint-question = A question said otherwise is another question: answers before and after compare only if it still means the same.
atelier-ask-for = How many are for?
atelier-hint-for = A number, never names. Enter without writing: nobody.
atelier-ask-discuss = How many want to talk about it again?
atelier-hint-discuss = A number, never names. Enter without writing: nobody.
atelier-ask-against = How many are against?
atelier-hint-against = A number, never names. Enter without writing: nobody.
atelier-ask-sentence = One sentence that says what was exchanged
atelier-hint-sentence = Nobody's name. Enter without writing: no sentence.
atelier-ask-new = Which criterion is missing?
atelier-hint-new = What changes for people, in everyday words, on one line.
atelier-ask-parties = Who took part, without any name?
atelier-hint-parties = What each is to the project, parted by commas: participants, volunteers, town.
atelier-ask-people = How many people were there?
atelier-hint-people = Enter without writing: the number is not said.

## The workshop: the cards and the minutes

cards-title = Cards of the criteria: { $title }
cards-written = The cards are written: { $path }
cards-how = To be printed on A4 without added margins, then cut along the dashes. A dot filled in or a sticker is a voice.
cards-seen-by = It will show by
cards-asked = We ask
cards-for = For
cards-discuss = To discuss again
cards-against = Against
cards-derived = An offer derived from public information, to be discussed: these are not the bearer's words.
cards-discussed = Under discussion.
cards-valid = Criterion validated.
cards-common = Criterion common to all référentiels.
cards-blank = What counts for us as well
cards-blank-foot = Blank card: no name, no signature.
minute-title = Minutes: { $title }
minute-written = The minutes are written: { $path }
minute-none = No workshop was held yet for “{ $id }”. To hold one: recueil atelier { $id }
minute-day = Day
minute-parties = Took part
minute-people = People
minute-unsaid = not said
minute-version-talked = version { $before }, being discussed
minute-version-discussed = version { $before } discussed, version { $now } written: under discussion
minute-version-valid = version { $before } discussed, version { $now } written: validated
minute-criteria = Criterion by criterion
minute-criterion = Criterion
minute-decision = Decision
minute-for = For
minute-discuss = To discuss again
minute-against = Against
minute-sentence = What was said
minute-open = not decided yet
minute-kept = kept
minute-reworded = kept, said otherwise: “{ $title }”
minute-removed = removed, its questions stay
minute-removed-all = removed, with the questions that only it needs
minute-added = Criteria added
minute-added-then = An indicator and a question are still to be written for them.
minute-questions = Questions said otherwise
minute-question = “{ $before }” becomes “{ $now }”
minute-questions-then = To be read again in the file: their familiar form, their English and their other wording did not change.
minute-compares = What compares with the answers before
minute-unwritten = The next version is not written yet: nothing changed for answers.

## A référentiel from nothing

new-taken = A référentiel “{ $id }” exists already. To discuss it: recueil atelier { $id }
new-panorama = 1. The panorama: in what is your activity useful, and to whom? One sentence a line, as it comes.
new-panorama-example = For example: “Neighbours who did not talk to each other garden together.”
new-ask-panorama = A sentence (Enter to go on):
new-panorama-heading = Panorama: in what it is useful, and to whom
new-head = Who you are.
new-head-example = For example: “Jardin partagé”, carried by “Association du jardin”; the questions, in French, will say “au jardin”.
new-ask-title = The name of the activity:
new-ask-bearer = Who carries it:
new-ask-place = How to say the place, in French, with “à” or “au”:
new-criteria = 2. The criteria: what changes for people, and that you want to be able to show. Three to six are enough.
new-criteria-example = For example: “Daring to show what one does”.
new-ask-criterion = A criterion (Enter to go on):
new-ask-axis = Of which family is it? Its number:
new-questions = 3. The indicators and the questions: by what would one see that it happened, and what is to be asked?
new-questions-example = For example: “share of people who showed their photos”, and “This season, did you show your photos?”
new-for = Criterion: { $title }
new-ask-indicator = By what would one see it? (Enter: later)
new-ask-question = The question, in fifteen words at most:
new-kind-yes-no = yes or no
new-kind-one = one answer of several
new-kind-number = a number
new-kind-words = a few words
new-ask-kind = How is it answered? Its number:
new-ask-choice = A possible answer, the most favourable first (Enter when there is no more):
new-two-choices = There must be two at least.
new-ask-counting = Which ones say that it happened? Its number:
new-number = It must be a number, from 1 to { $most }.
new-resumed = “{ $title }” has { $criteria ->
    [0] no criterion yet
    [one] one criterion
   *[other] { $criteria } criteria
} and { $questions ->
    [0] no question yet
    [one] one question
   *[other] { $questions } questions
}. On we go.
new-stopped = All that was said is kept. To go on: recueil new { $id }
new-done = The référentiel is written. Here is what checking says of it:

# Crossed tables, and those who left

cli-report-cross = Crosses two questions, or a question and site, mois, support, aide...: --cross B1,support
report-cross-two = --cross wants two different names and a comma: two questions, or a question and one of these: { $words }
report-cross-unknown = "{ $name }" cannot be crossed: it is neither a question of these forms nor one of these: { $words }
report-cross-open = "{ $name }" cannot be crossed: it takes a question with a single choice. To part the others: --by
report-cross-apart = No form that has answers holds "{ $lines }" and "{ $columns }" together.
report-cross = Crossed
report-cross-by = "{ $lines }" by "{ $columns }" [{ $form }]
report-cross-cell = { $count }, that is { $share }%
report-cell-hidden = hidden
report-cross-some = "Hidden": a cell of fewer than { $base } people, or another by which it would be found. So there is no test.
report-cross-none = The table is not told: too many of its cells are those of fewer than { $base } people.
report-cross-private = The table is not told: a question of a private matter is not crossed.
report-cross-earlier = The table is not told: with what was published before, it would tell the answers of a few people.
report-cross-people = { $n ->
    [one] One person is in this table.
   *[other] { $count } people are in this table.
}
report-p = p = { $p }
report-p-below = p < { $p }
report-fisher = Fisher's exact test: { $p }.
report-chi = Chi-squared: { $statistic }, { $degrees } degrees of freedom, { $p }.
report-chi-unsound = Chi-squared: { $statistic }, { $degrees } degrees of freedom, { $p }, unsure: too many cells expect fewer than five people.
report-associated = { $test } Cramér's V: { $v }; { $corrected } without what chance alone gives.
report-stayed = Stayed
report-left = Left
report-leavers = { $n ->
    [one] One person left without answering on leaving, { $stayed } answered then.
   *[other] { $left } people left without answering on leaving, { $stayed } answered then.
} What both had said on arriving:
report-leavers-hidden = { $n ->
    [one] Of those who left, one question is not told: too few people.
   *[other] Of those who left, { $count } questions are not told: too few people.
}

## Open texts, read again before they are quoted

texts-heading = In their words: answers that people are willing to have quoted
texts-few = { $count ->
    [one] One text that was read again is not quoted
   *[other] { $count } texts that were read again are not quoted
}: fewer than { $base } people answered.
texts-waiting = { $count ->
    [one] One text is waiting to be read again before it is quoted
   *[other] { $count } texts are waiting to be read again before they are quoted
}: recueil report --texts
texts-part = Read the texts of one folder at a time: what is decided of them is noted beside its answers.
texts-none = No text is waiting to be read again.
texts-begin = { $count ->
    [one] There is one text to read again.
   *[other] There are { $count } texts to read again.
} People are willing to have their words quoted, as long as nobody says who they are. Mask what would tell, of them or of anybody else: a name, an address, a job, an illness. Each decision is kept at once.
texts-damaged = { $count ->
    [one] One line of textes-relus.csv was changed: its text is to be read again.
   *[other] { $count } lines of textes-relus.csv were changed: their texts are to be read again.
}
texts-place = Text { $position } of { $total }
texts-ask = 1 Quote as it is, 2 Mask words, 3 Do not quote, 4 Later, 0 Stop:
texts-ask-words = The words to mask, separated by commas:
texts-ask-masked = 1 Quote it so, 2 Mask otherwise:
texts-missing = This is not in the text: { $words }
texts-masked = [masked]
texts-decided-no = Decided: do not quote.
texts-decided-masked = Decided: quote it so, “{ $text }”
texts-decided-whole = Decided: quote as it is.
texts-end = { $decided ->
    [0] Nothing is decided.
    [one] One text is decided.
   *[other] { $decided } texts are decided.
} { $left ->
    [0] None is waiting any more.
    [one] One text is still waiting.
   *[other] { $left } texts are still waiting.
}
texts-end-again = { $decided ->
    [0] Nothing is decided again.
    [one] One text is decided again.
   *[other] { $decided } texts are decided again.
} { $left ->
    [0] None is waiting.
    [one] One text is still waiting.
   *[other] { $left } texts are still waiting.
}
texts-failed = Reading stops here ({ $system }). What is decided is kept.

## Queries for those who hold the rows

cli-report-csv = The figures that are told, one line each, into this file; "-" prints them
cli-report-sql = Counts nothing: writes the queries of the same tables, for DuckDB or Spark
cli-report-parquet = With --sql: the folder of "recueil export --format parquet --complet", where the queries will read it; without it, parquet
cli-report-to = With --sql: the file of the queries; without it they are printed
figures-written = Figures written to { $path }. A line without a number: it is not told.
sql-written = Queries written to { $path }. They apply no threshold: their first page says what must not be published.
sql-what = The tables of frequencies, and of what changed (better, the same, worse), over the files that "recueil export --format parquet --complet" wrote. One query a table; nothing is changed.
sql-personal = These files are personal data: one row a person. They do not leave the structure, or the group of structures, that they were entrusted to.
sql-threshold = NO THRESHOLD IS APPLIED HERE. What these queries give is not to be published: neither what rests on fewer than { $outside } answers (fewer than { $inside } inside the structure), nor a cell that is that of a few people, nor what would give it back by subtraction from another table, nor the detail of a sensitive question or public. To publish: recueil report --diffusion.
sql-columns = Every table has the same columns, those of "recueil report --csv": { $columns }. "eligibles": the rows that have the question; "posee": without those where it was not asked (NON_POSEE, NON_ATTEINTE); "repondu": an answer is given; "non_lue": the cell holds no answer of the question. Those present according to the notebook, and answers in words, are not in these files: the report counts them.
sql-rows = Rows that were withdrawn, and those that a correction replaced in the folder, are not exported. A row that came twice, or that came back from elsewhere after its correction, is: the tables of control must say 0; else gather first (recueil gather), then export. A version of a form that is not named here is not counted.
sql-trials-out = Trials are not counted.
sql-trials-with = Trials that were exported are counted.
sql-run-duckdb = To run it: duckdb < this file
sql-run-spark = To run it: spark-sql -f this file
sql-form-rows = The rows that count, and among them the interviews that were interrupted.
sql-control = Control: 0 twice.
sql-course = { $referentiel }, { $role }: from arriving (entree) to another moment ({ $moment }), for the same people.
sql-course-rules = The first answer of arriving with the last of the other moment: same référentiel, same role, same season, same code. Two answers of which the days do not say which is first or last make no pair; nor does a last one from before the first.
sql-paired = The people: paired, or not (which is first, which is last, in the wrong order).
sql-better-up = Better: higher.
sql-better-down = Better: lower.
sql-better-unsaid = Nothing says what is better: more, the same, less.
sql-better-counts = Better: coming to an answer that counts ({ $choices }). Worse: leaving it.
