# Paths and ideas. Prefixes: path-, phase-, idea-, participation-.

path-lead-digital = Office of the digital agenda
path-lead-social = Social services
path-phase-profile = Profile
path-phase-listening = Listening
path-phase-working-day = Working day
path-phase-agenda = Agenda
path-phase-monitoring = Monitoring
path-state-preparation = Being prepared
path-state-knowledge = Knowing what exists
path-state-listening = Listening
path-state-review = Under review
path-state-decision = Decision
path-state-agenda-approved = Agenda approved
path-state-monitoring = Monitoring
path-state-closed = Closed
path-state-suspended = Suspended
path-state-withdrawn = Withdrawn
path-arrow-begin-knowledge = Begin the profile
path-arrow-open-listening = Open listening
path-arrow-begin-review = Close listening and begin the review
path-arrow-begin-decision = Go to the decision
path-arrow-approve-agenda = Mark the Agenda as approved
path-arrow-begin-monitoring = Begin monitoring
path-arrow-close = Close the path
path-arrow-suspend = Suspend
path-arrow-resume = Resume
path-arrow-withdraw = Withdraw the path
path-refused-not-next = The path cannot take this step now: phases follow one another. Reload the page and choose one of the steps it offers.
path-refused-over = The path is over and does not change any more. To begin again, create a new path.
path-refused-not-suspended = Only a suspended path can be resumed. Reload the page to see where it is.
path-bad-slug = Write an address with at least one letter or number.
path-bad-year = Write the year with four digits, between 2000 and 2100.
phase-ends-before-it-begins = The last day comes before the first: correct one of the two dates.

idea-channel-web = From the site
idea-channel-paper = On paper
idea-channel-voice = By voice
idea-channel-desk = At a desk
idea-channel-working-day = During the working day
idea-channel-survey = In a questionnaire
idea-contributor-service-user = Somebody who uses the services
idea-contributor-family-carer = Family member or carer
idea-contributor-operator = Somebody who works in the services
idea-contributor-welfare-actor = Association or other organisation
idea-contributor-citizen = Citizen
idea-contributor-anonymous = I prefer not to say
idea-state-received = Received
idea-state-changes-requested = To be completed
idea-state-refused = Not published
idea-state-published = Published
idea-state-in-review = Under review
idea-state-grouped = Grouped
idea-state-admitted = Admitted
idea-state-not-admitted = Not admitted
idea-state-on-ballot = On the ballot
idea-state-prioritised = Chosen
idea-state-not-prioritised = Not chosen
idea-state-in-action = In an action
idea-state-in-pact = In a pact
idea-state-kept-for-later = Kept for later
idea-state-withdrawn = Withdrawn
idea-reason-out-of-competence = It is not for this body to do
idea-reason-already-exists = It exists already
idea-reason-not-legal-or-safe = It is not allowed or not safe
idea-reason-cost = It costs too much
idea-reason-timing = It cannot be done in time
idea-reason-merged-with = Joined to another idea
idea-reason-no-partner = There is nobody to do it with
idea-reason-not-chosen-in-vote = Not chosen in the vote
idea-by-author = Who wrote it
idea-by-moderator = Moderation
idea-by-staff = The body
idea-by-vote = The vote
idea-comment-received = Waiting
idea-comment-published = Published
idea-comment-hidden = Hidden
idea-hint-email = looks like an e-mail address
idea-hint-phone = looks like a telephone number
idea-hint-tax-code = looks like a tax code
idea-refused-not-waiting = This idea no longer waits for moderation. Reload the queue to see those that do.
idea-refused-no-change-asked = The text can be changed only when the moderator asks for it. To add something, write a comment.
idea-refused-not-open = The idea cannot be examined now: it must be published and not yet decided.
idea-refused-not-admitted = Only admitted or grouped ideas go to the vote. Admit the idea first.
idea-refused-not-on-ballot = The idea is not on the ballot, so it cannot have an outcome. Check the projects of the day.
idea-refused-not-taken-up = The idea is not among those admitted, so it cannot enter an action or a pact.
idea-refused-too-late-to-withdraw = The idea is already voted on or decided: it can no longer be withdrawn. To remove personal data, write to the body.

participation-invalid = { $n ->
    [one] One answer needs to be corrected.
   *[other] { $n } answers need to be corrected.
}
participation-no-such-path = There is no such path. Check the address or go back to the list of paths.
participation-no-such-phase = This phase is no longer there. Reload the page of the path.
participation-no-such-idea = This idea does not exist or is not public. Look for it in the list of ideas.
participation-no-such-code = No idea has this code. It is six letters and numbers: check it and try again.
participation-no-such-comment = This comment is no longer there. Reload the page.
participation-slug-taken = Another path has this address already: choose a different one.
participation-not-listening = This path does not collect ideas now. See the dates of the phases on the page of the path.
participation-support-closed = This idea collects no more support: it is already voted on or decided.
participation-ideas-unanswered = { $n ->
    [one] One idea still waits for an answer: answer it before closing the path.
   *[other] { $n } ideas still wait for an answer: answer them before closing the path.
}
participation-store = We could not save. Try again shortly: what you wrote was not recorded.

idea-letter-received-subject = Your idea has arrived: code { $code }
idea-letter-received = Thank you, we have received your idea “{ $title }”.

    Your code is { $code }. With this code you can follow, complete or withdraw the idea without an account. Do not give it to others.

    A person reads it before it is published. You can see where it is here: { $link }

    { $body }
idea-letter-moved-subject = News about your idea no. { $number }
idea-letter-moved = Your idea “{ $title }” is now in the state: { $state }.
idea-letter-note = What we say to you:
    { $note }
idea-letter-end = You can follow it here: { $link }

    { $body }

idea-collected-personal = There seems to be a telephone, an e-mail or a tax code here: remove it. We keep nothing about who speaks.
idea-collected-no-consent = The person’s consent is needed: ask for it and tick the box.

## pages: paths
nav-paths = Paths and ideas
path-list-lead = Here people decide together what to improve in the services. Choose a path and see what you can do now.
path-list-empty = No path is open yet
path-list-empty-text = When the body opens one you will find it here, with its dates and how to take part.
path-ideas-count = { $n ->
    [0] no ideas yet
    [one] { $n } idea
   *[other] { $n } ideas
}
path-follow-title = Have you sent an idea already?
path-follow-text = With the code of six characters you see where it is, complete it or take it back. No account is needed.
path-follow-link = Follow your idea
path-from-to = from { $from } to { $to }
path-act-listening = Say what is missing or what you would change
path-act-listening-open = Two minutes are enough, and no account is needed.
path-act-listening-until = Two minutes are enough, and no account is needed. You have time until { $x }.
path-act-knowledge = See what there is already
path-act-profile = Go to the profile of services
path-act-decision = People choose together what to do
path-act-day = Go to the working day
path-act-approved = The Agenda is ready: read what will change
path-act-agenda = Read the Agenda
path-act-monitoring = See whether promises are kept
path-act-results = Go to the results
path-act-read = Read the ideas and the answers
path-act-ideas = Read the ideas
path-act-opens = You can have your say from { $x }.
path-line-title = Where we are
path-no-dates = The dates are not decided yet: we will write them here.
path-numbers-title = The numbers
path-number-arrived = ideas arrived
path-number-public = public ideas
path-number-answered = ideas that have an answer already
path-number-supports = supports given
path-text-title = What it is about
path-rules-title = The rules in short
path-rule-everybody = Anybody can write: who lives here, who works here, who uses the services. No account is needed to send an idea.
path-rule-public = Before an idea is published a person reads it, to remove personal data and insults.
path-rule-support = Each person can support an idea once. This is why supporting asks you to sign in.
path-rule-answer = Every idea gets an answer. If it is a no, we say why.
path-rule-withdraw = With your code you can take the idea back until it goes to the vote.
path-rule-data = We do not ask about illness, income or family facts. Small numbers are not shown.
path-voices-title = Who has spoken so far
path-voices-text = Public ideas, by who told them
path-voices-n = { $n ->
    [one] { $n } idea
   *[other] { $n } ideas
}
path-voices-few = fewer than { $n }
path-voices-withheld = not shown, for privacy

## pages: ideas
idea-new = Write your idea
idea-list-title = Ideas
idea-list-lead = What other people say, and what became of it.
idea-list-empty = No ideas yet
idea-list-empty-text = It can start with you: tell us what is hard or what would help you.
idea-list-empty-closed = The path does not collect ideas now. You find the dates on its page.
idea-list-to-path = Go to the path
idea-list-none = No idea matches the search
idea-list-none-text = Try fewer words, or remove the filters.
idea-filter-words = Words
idea-filter-anybody = Everybody
idea-filter-anywhere = The whole area
idea-filter-state = Where it is
idea-filter-any-state = All
idea-filter-more = For whom, where, how far
idea-filter-sort = Order
idea-sort-newest = Newest
idea-sort-supported = Most supported
idea-fact-who = For whom
idea-fact-place = Where
idea-fact-channel = How it arrived
idea-fact-contributor = Who speaks
idea-new-lead = Two minutes, no account. Tell us a need or a proposal as you would say it aloud.
idea-new-privacy = Do not write names, telephones or illnesses: your idea will be public, who you are will not.
idea-field-title = The idea in a few words
idea-field-title-hint = For example: a minibus for hospital visits
idea-field-text = Tell us
idea-field-text-hint = What is hard today? What would help you?
idea-field-who = Who it is for
idea-field-who-all = For everybody
idea-field-areas = Which people it helps
idea-field-place = In which municipality
idea-field-contributor = Who are you?
idea-field-contributor-hint = It helps us see whom we have not heard yet. It is not shown beside your idea.
idea-field-email = Your e-mail
idea-field-email-hint = Only to write to you how it went. Nobody sees it.
idea-send = Send the idea
idea-alike = Somebody has said something alike. If it is the same thing, you can support it:
idea-alike-new-window = (opens in another tab)
idea-next-title = What happens next
idea-next-code = You get a code of six characters at once, to follow it.
idea-next-read = A person reads it
idea-next-read-text = A few days are usually enough. If something is missing we ask you.
idea-next-public = Everybody can read it
idea-next-public-text = Who agrees supports it, the offices examine it.
idea-next-answer = The answer arrives
idea-next-answer-text = Yes or no, and why. You find it with the code.
idea-sent-title = Thank you, your idea has arrived
idea-sent-lead = This is your code: without it we cannot find your idea again.
idea-sent-hint = Write it down, photograph it or print it. Do not give it to others.
idea-sent-email = We send it to you by e-mail too.
idea-sent-follow = To know where it is, type the code here:
idea-sent-read = Read the other ideas
idea-sent-another = Write another idea
idea-code-label = The code
idea-number = Idea no. { $n }
idea-published-on = published on { $x }
idea-answer-title = The answer
idea-steps-title = What became of it
idea-step-answer = Answer of the body
idea-thread-title = Where it has arrived
idea-supports-title = Who agrees
idea-support = Support this idea
idea-support-sign-in = Sign in and support
idea-support-why = Each person counts for one support, so you need to sign in. Then you come back here. Your name is not shown.
idea-supported = You support this idea
idea-unsupport = Take the support back
idea-comments = { $n ->
    [0] Comments
    [one] { $n } comment
   *[other] { $n } comments
}
idea-comments-none = Nobody has commented yet.
idea-comments-closed = The path is over: comments are closed.
idea-comment-write = Write a comment
idea-comment-text = Your comment
idea-comment-hint = A person reads it before it is shown. No names, telephones or illnesses.
idea-comment-author = How you want to be called
idea-comment-author-hint = A made-up name is enough.
idea-comment-send = Send the comment
idea-comment-somebody = A person
idea-follow-title = Follow your idea
idea-follow-lead = Type the code you got when you sent it.
idea-follow-hint = Six letters and numbers. Capitals and spaces do not matter.
idea-follow-submit = See where it is
idea-follow-lost = I have lost the code
idea-follow-lost-text = If you left your e-mail, look for it in the confirmation message. Otherwise look for your idea in the list: when it is public you can read it without the code too.
idea-mine-title = Your idea
idea-mine-asked = What we ask you
idea-mine-complete = Send again
idea-mine-appeal = You do not agree? Write to us: another person looks at the decision again.
idea-mine-public = See the public page
idea-mine-withdraw = Take the idea back
idea-mine-withdraw-text = The text and your e-mail are deleted and cannot be recovered. It only stays written that an idea was taken back.
idea-mine-withdraw-yes = Yes, take my idea back
idea-withdrawn-title = Idea taken back
idea-withdrawn-lead = The text was deleted, as you asked.
idea-without-words = Idea taken back: the text is no longer there

done-idea-supported = Done: you support this idea.
done-idea-unsupported = Done: you took your support back.
done-comment-sent = Thank you. The comment will be shown after a person has read it.
done-idea-completed = Thank you: your idea is being read again. The code stays the same.
done-idea-withdrawn = Your idea was taken back and its text deleted.

## pages: the desk of a path
path-desk-paths = Paths and ideas
path-desk-paths-text = The phases of the path, the ideas to read and the answers to give.
path-desk-paths-empty = There is no path yet
path-desk-paths-empty-text = Create one: it stays hidden until you open it.
path-desk-waiting = { $n ->
    [one] One idea to read
   *[other] { $n } ideas to read
}
path-desk-nothing-waits = Nothing to read
path-desk-waits-days = { $n ->
    [0] since today
    [one] since yesterday
   *[other] for { $n } days
}
path-desk-ideas-waiting = ideas to read
path-desk-ideas-unanswered = public ideas without an answer
path-desk-public = See the public page
path-desk-save = Save
path-new = New path
path-edit = Change the texts
path-form-lead = Few words, as you would say them to somebody at the counter.
path-field-name = Name
path-field-name-hint = For example: Local Social Agenda 2027
path-field-slug = Word for the address
path-field-slug-hint = It shows in the address of the page and does not change later. Left empty, it is made from the name.
path-field-year = Year
path-field-office = Who leads it
path-field-summary = In one or two sentences
path-field-summary-hint = It is read in the list of paths.
path-field-text = Text of the page
path-field-text-hint = What is decided, who decides, what is decided already. An empty line separates paragraphs.
path-next-title = The next step
path-next-none = From here the path does not go on.
path-other-steps = Suspend or give up
path-confirm = I understand: there is no way back
path-confirm-missing = This step cannot be undone: tick the box to confirm.
path-then-begin-knowledge = The path becomes public. Everybody sees it, but ideas cannot be sent yet.
path-then-open-listening = From now on anybody can send ideas, on the days of the listening phases. Be ready to read them: each waits for an answer.
path-then-begin-review = No more ideas come from the site. Those that have arrived can still be read, examined and supported. Sheets of paper can still be typed in.
path-then-begin-decision = On to the choice: admitted ideas can enter the projects to be voted.
path-then-approve-agenda = Everybody is told that the Agenda is approved.
path-then-begin-monitoring = From now on the page of the path leads to the results.
path-then-close = The path ends. It can be closed only when every idea has an answer. We forget who supported ideas (the numbers stay) and, after six months, the e-mail addresses.
path-then-suspend = Ideas cannot be sent until you resume. What is there stays visible.
path-then-resume = The path goes on from where it was.
path-then-withdraw = The path ends without an Agenda. What is public stays readable, but nothing goes on.
path-warning-no-dates = Listening is open without a last day: add a listening phase, so that people know how much time they have.
path-warning-listening-over = The last day of listening has passed: no more ideas arrive. Go to the next phase or extend the dates.
path-warning-listening-later = Listening is open, but today is no day of listening: ideas cannot be sent. Check the dates.
path-warning-open-now = By the dates today is a day of listening, but listening is not open yet: take the next step when you are ready.
path-phases-title = Phases and dates
path-phases-text = People see them on the page of the path
path-phases-empty = No phases: add at least the one of listening, with its first and last day.
phase-new = Add a phase
phase-lead = Ideas can be sent only on the days of a listening phase.
phase-field-kind = What it is for
phase-field-kind-hint = Only the phase “Listening” opens the sending of ideas.
phase-field-title = Title
phase-field-title-hint = For example: Tell us a need or an idea
phase-field-from = First day
phase-field-to = Last day
phase-field-to-hint = Included: until midnight.
phase-field-text = What is done
phase-when = When
phase-remove = Remove this phase
phase-remove-text = It disappears from the page of the path. Ideas stay.
phase-remove-yes = Yes, remove the phase

done-path-created = Path created. It is hidden until you take the first step.
done-path-edited = Texts saved.
done-path-advanced = Done: the path has moved on.
done-phase-saved = Phase saved.
done-phase-removed = Phase removed.

## pages: moderation
idea-moderation-title = Moderation
idea-moderation-lead = { $n ->
    [0] No idea waits to be read.
    [one] One idea waits to be read.
   *[other] { $n } ideas wait to be read. Let us begin with the one that has waited longest.
}
idea-moderation-hints = There may be personal data here
idea-moderation-hints-text = They are marked in the text. If they really are, ask to remove them: it cannot be published.
idea-moderation-reachable = The author left an e-mail: the answer goes there too.
idea-moderation-by-code = The author will read the answer with the code.
idea-moderation-publish = Publish
idea-moderation-publish-text = Everybody reads it at once, as it is. The author is told.
idea-moderation-ask = Ask for a change
idea-moderation-note = What you ask
idea-moderation-note-hint = Only the author reads it. Say what to remove or add.
idea-moderation-refuse = Do not publish
idea-moderation-reason = Why not
idea-moderation-answer = Two lines for the author
idea-moderation-answer-hint = As you would say them aloud. If there is a service already, write which and where.
idea-moderation-skip = Leave it for later
idea-moderation-alike = Ideas alike, already public
idea-moderation-empty = All read
idea-moderation-empty-text = When an idea arrives you find it here. Meanwhile you can answer those already public.
idea-moderation-comments = Comments to read
idea-moderation-comments-none = No comment waits.
idea-moderation-comment-show = Publish
idea-moderation-comment-hide = Do not show it
idea-preview-show = See how it will be read
idea-preview-title = This is what the author will read
idea-preview-lead = Nothing has been sent yet.
idea-preview-letter = The e-mail, if an address was left
idea-preview-send = Send
idea-preview-mend = Change it

done-idea-published = Idea published.
done-idea-change-asked = Request sent: the idea comes back here when it is completed.
done-idea-refused = Answer sent: the idea is not published.
done-comment-published = Comment published.
done-comment-hidden = Comment not shown.

## pages: all ideas, answers
path-desk-ideas-title = All ideas
path-desk-ideas-lead = In every state, also those the public does not see.
path-desk-ideas-words = Title or number
path-desk-ideas-caption = Newest first
path-desk-ideas-number = No.
path-desk-ideas-day = Arrived
path-desk-ideas-supports = Supports
path-desk-ideas-empty-text = Ideas arrive from the site, or you type them in: from paper, aloud, at the desk.
path-desk-any-channel = Every way
path-desk-idea-moderate = Read it in moderation
path-desk-idea-decide = Answer
path-desk-idea-admit = Admit
path-desk-idea-admit-text = The idea can become a project or an action.
path-desk-idea-group = Mark as grouped
path-desk-idea-group-text = It goes on with others that say the same thing.
path-desk-idea-review = Begin to examine
path-desk-idea-review-text = People see that the offices are looking at it.
path-desk-idea-not-admit = Do not admit
path-desk-idea-keep = Keep for later
path-desk-idea-keep-note = What you say to the author
path-desk-idea-answer-hint = Everybody reads it on the page of the idea. Say why in simple words.
path-desk-idea-public = See the public page

done-idea-examined = Answer recorded.

## pages: collecting voices
idea-collect-title = Write for somebody
idea-collect-lead = A person speaks, you write. We keep their words, not who they are.
idea-collect-text = What they say
idea-collect-text-hint = In their own words. Three questions that help: what is hard? What would help you? Who can help you?
idea-collect-title-hint = Read it aloud: does the person recognise it?
idea-collect-channel = How you collected it
idea-collect-contributor = Who speaks
idea-collect-say-title = Say to the person
idea-collect-say = “I write down what you tell me and, after a check, everybody will be able to read it. Your name is not there. I give you a slip with a code: with it you can change your mind whenever you want.”
idea-collect-consent = The person agrees
idea-collect-consent-hint = I said it aloud and they said yes.
idea-collect-submit = Save and give the code
idea-collect-done = Voice recorded
idea-collect-done-lead = Give this code to the person: on a slip, or by printing the page.
idea-collect-done-hint = It serves to know how it went or to take back what was said.
idea-collect-another = Write for another person
idea-collect-back = Back to the path
