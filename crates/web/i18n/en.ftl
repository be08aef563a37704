# Texts that every page shares. Prefixes: shell- (frame), ui- (pieces), error- (errors).

shell-skip-content = Skip to content
shell-skip-menu = Skip to menu
shell-skip-footer = Skip to the bottom of the page
shell-demo = Demonstration data
shell-demo-text = You can try everything here: nothing you see is official.
shell-network = Local Social Agenda
shell-network-line = Communities deciding their own welfare together
shell-sign-in = Sign in
shell-desk = Desk
shell-menu = Main menu
shell-menu-short = Menu
shell-breadcrumbs = You are here
shell-footer-line = Local Social Agenda: what exists, what we will do, how we will know.
shell-contacts = Contacts
shell-open-data = Open data
shell-accessibility = Accessibility statement
shell-privacy = Privacy
shell-licence = Licence
shell-status = Service status
shell-source = Source code
shell-footer-note = Free software, an open model inspired by AGIO. Texts and data may be reused, quoting the source.

ui-act-now = What you can do now
ui-demo-mark = demonstration data
ui-phases = The five phases of the path
ui-phase-profile = Profile
ui-phase-listening = Listening
ui-phase-day = Working day
ui-phase-agenda = Agenda
ui-phase-monitoring = Monitoring
ui-step-done = (done)
ui-step-current = (we are here)
ui-step-todo = (still to come)
ui-thread = The thread: where it comes from and where it got to
ui-for = For:
ui-where = Where:
ui-by = By:
ui-progress = Progress
ui-no-reading = no reading yet
ui-supports = { $n ->
    [0] no support yet
    [one] { $n } supporter
   *[other] { $n } supporters
}
ui-filters = Search and filter
ui-filters-apply = Search
ui-filters-reset = Clear the filters
ui-pages = Result pages
ui-pages-previous = Previous
ui-pages-next = Next
ui-errors = { $n ->
    [one] There is one thing to fix
   *[other] There are { $n } things to fix
}
ui-error = Error:
ui-optional = (optional)
ui-count-max = { $n ->
    [one] At most { $n } character
   *[other] At most { $n } characters
}
# The page's script puts the number in the place of "#".
ui-count-left = You can write # more characters
ui-count-over = # characters too many
ui-cancel = Cancel
ui-copy = Copy
ui-copied = Copied
ui-password-show = Show the password
ui-password-hide = Hide the password
ui-print = Print
ui-chosen = Chosen

error-400-title = We did not understand the request
error-400-text = The address may be incomplete, or the form arrived only in part. Go back and try again.
error-413-title = The file is too large
error-413-text = We can receive at most 20 MB at a time. Remove pictures and sheets that are not needed, or split the file.
error-403-title = This page is not for everyone
error-403-text = It needs a permission you do not have right now. If you think you should have it, sign in or ask whoever manages people in your body.
error-404-title = This page is not here
error-404-text = The address may have a typing mistake, or the page has moved.
error-429-title = One moment, please
error-429-text = Too many requests arrived together from your address. Whatever you had already sent is safe.
error-429-wait = { $n ->
    [one] Try again in one second.
   *[other] Try again in { $n } seconds.
}
error-500-title = Something broke on our side
error-500-text = It is not your fault. The problem has been recorded: try again in a few minutes.
error-home = Back to the start
error-home-body = Back to { $x }
error-reference = Reference number:
error-reference-text = If you write to us, quote this number: it lets us find at once what happened.

## form
form-required = This field is needed: fill it in.
form-too-short = Too short: write at least { $n } characters.
form-too-long = Too long: at most { $n } characters. Take something out.
form-not-a-day = This date does not exist: write it like this, 31/12/2027.
form-not-an-amount = Not an amount in euro: write it like this, 1.250,50.
form-negative = The number cannot be below zero: remove the minus sign.
form-too-large = The number is too large{ $n ->
    [0] {""}
   *[other] : at most { $n }
  }. Check that you did not type extra digits.
form-too-small = The number is too small: at least { $n }.
form-not-a-number = Not a number: use digits only, like 12 or 12.5.
form-not-an-email = The e-mail address is not complete: write it like this, name@example.org.
form-not-in-list = This choice is not in the list: pick one of those offered.
form-bad-characters = There are characters that cannot be used: clear the field and type it again.

## frame
nav-network = Network
nav-bodies = Local bodies
nav-search = Search
nav-help = Help
error-title = Error { $n }

## thread
thread-actor = Welfare organisation
thread-service = Service
thread-database = Database
thread-plan-sheet = Zone-plan sheet
thread-need = Need
thread-idea = Idea
thread-project = Project
thread-pact = Pact
thread-action = Action
thread-result = Expected result
thread-indicator = Indicator
thread-reading = Reading
