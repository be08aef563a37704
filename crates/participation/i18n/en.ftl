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
