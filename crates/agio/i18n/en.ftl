## state
state-title = Service status
state-lead = The program and its database answer.
state-program = Program version
state-bodies = Bodies
state-time = Server time

## print
help-lead = How a Local Social Agenda works, in a few words.
help-what = What it is
help-what-text = It is the list of what a local body promises to do for welfare, decided together with people, with the expected results and the numbers to check them.
help-steps = The five steps
help-steps-text = Look at what exists, listen to people, decide together in a working day, write the Agenda, measure in public.
help-problem = Something does not work?
help-problem-text = Write to your body from its Contacts page: a person answers.
contacts-lead = Choose your body: its Contacts page has a person’s address.
contacts-lead-body = Write here: a person answers.
accessibility-lead = We want everybody to be able to use these pages, with any phone.
accessibility-aim = What we keep to
accessibility-aim-text = WCAG 2.2, level AA. The formal declaration is published by each body, on AgID’s model.
accessibility-checks = How we check
accessibility-checks-text = Pages are tried with an automatic check, with the keyboard alone, without JavaScript and on screens of 320 pixels.
accessibility-tell = Did you find an obstacle?
accessibility-tell-text = Tell us from the Contacts page: it is our mistake and we mend it.
privacy-lead = We keep as little data as possible.
privacy-cookies = Cookies
privacy-cookies-text = Only those that are needed: the language you chose and, if you sign in, the session. No tracking, no outside service.
privacy-kept = What stays
privacy-kept-text = If you only read, nothing: the network address is used for a moment to stop abuse and is not written down.
privacy-rights = Your rights
privacy-rights-text = You can ask the body to see, correct or delete your data: write from the Contacts page.
licence-lead = Free software and open data.
licence-program = The program
licence-program-text = AGPL-3.0 or later: it may be used, studied, changed and passed on under the same terms.
licence-data = Texts and data
licence-data-text = Creative Commons Attribution 4.0 (CC BY 4.0), unless a dataset says otherwise.
source-lead = The code is public: anybody can read, check and reuse it.

## account
sign-in-lead = It is for who works on the path and for who wants to take part under their own name. To read you need no account.
sign-in-none = No account yet?
sign-in-email = E-mail address
sign-in-password = Password
desk-title = Hello, { $x }
desk-lead = This is your desk.
desk-empty = You have no role yet
desk-empty-text = Ask the officer of your body to give you one.
desk-body = The public page
desk-roles = Your role: { $x }
desk-no-places = With this role there is nothing to do here for now.
desk-tasks = What waits for you
desk-places = Where you work
desk-late = Late
desk-nothing-waits = Nothing is waiting: you are up to date.
desk-task-ideas = { $n ->
    [one] One idea waits to be read
   *[other] { $n } ideas wait to be read
}
desk-task-ideas-since = { $n ->
    [0] It came today.
    [one] The oldest has been waiting since yesterday.
   *[other] The oldest has been waiting for { $n } days.
}
desk-task-readings = { $n ->
    [one] One reading is late
   *[other] { $n } readings are late
}
desk-task-readings-since = { $n ->
    [one] It was due yesterday.
   *[other] The most awaited was due { $n } days ago.
}
desk-task-day-open = The vote is open
desk-task-day-closed = The vote is closed: it can be counted
desk-task-day-counted = The ballots are counted: publication is missing
desk-sign-out = Sign out
desk-sign-out-everywhere = Sign out of all devices

## dev
dev-mail-title = Mailbox of the demo
dev-mail-lead = The messages the program would have sent, newest first. It exists only in the demo.
dev-mail-to = To
dev-mail-waiting = Still to be sent
dev-mail-sent = Sent: { $x }
dev-mail-failed = Did not leave: { $x }
dev-mail-empty = No messages, for now
dev-mail-empty-text = When the program writes to somebody, the message appears here.
dev-mail-written = Written: { $x }
desk-task-claims = { $n ->
    [one] A request to keep a record
   *[other] { $n } requests to keep a record
}
desk-task-proposals = { $n ->
    [one] A proposal for a record
   *[other] { $n } proposals for records
}
desk-task-since = { $n ->
    [0] The first came today.
    [one] The oldest has waited for a day.
   *[other] The oldest has waited for { $n } days.
}
desk-task-unchecked = { $n ->
    [one] A record not checked for twelve months
   *[other] { $n } records not checked for twelve months
}
desk-task-unchecked-text = Ask the offices whether they are still true.
desk-task-own-unchecked = { $n ->
    [one] A record of yours has not been checked for twelve months
   *[other] { $n } records of yours have not been checked for twelve months
}
desk-task-own-unchecked-text = Read them and say whether all is right.

# The profile as a document
paper-title = Profile of digital welfare
paper-day = As of { $x }
paper-brief-title = In brief
paper-brief = This document gathers what the body has written about its services and the databases they use. Records still being drafted are left out, and so are numbers of people served.
paper-snapshot = How to cite this profile
paper-snapshot-none = No snapshot of the profile has been published yet: to cite it, give the day of this document.
paper-snapshot-text = The profile changes every day. To cite it use the latest published snapshot, which no longer changes.
paper-snapshot-day = The profile as it was on
paper-snapshot-hash = Fingerprint (SHA-256)
paper-snapshot-read = Page of the snapshot:
paper-numbers = The services in numbers
paper-services = The services, one by one
paper-services-none = No services, for now.
paper-contacts = Contacts
paper-databases = The databases and the essential test
paper-databases-none = No databases, for now.
paper-essential-lead = One reason is enough for a database to be essential; the office may decide otherwise, and then it says so.
paper-essential-said = { $x } (as the office wrote)
paper-why = Why
paper-gaps = Where nobody is served
paper-gaps-places = Municipalities without any running service
paper-gaps-none = Every municipality has at least one running service for every group of people.
paper-gaps-note = A service that does not say in which municipalities it works counts in all of them.
paper-everywhere = every municipality of the body
