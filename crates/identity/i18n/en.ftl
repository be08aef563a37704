# Bodies, people, roles, sign-in.

identity-invalid = { $n ->
    [one] One field needs mending.
   *[other] { $n } fields need mending.
}
identity-wrong-credentials = E-mail and password do not go together: check how you typed them, or ask for a new password.
identity-throttled = Too many attempts: try again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}, or ask for a new password.
identity-not-verified = Your address is not confirmed yet: open the message we sent you, or have it sent again.
identity-link-spent = This link has expired or was already used: ask for a new one.
identity-no-such-body = There is no such body: check the address.
identity-no-such-person = This person has no account: invite them by e-mail.
identity-nothing-there = There is nothing left to take away: reload the page.
identity-not-allowed = You do not have the role for this: ask the body’s lead.
identity-last-lead = You are the only lead: give this role to somebody else first, then you can take it from yourself.
identity-busy = Too many people are signing in right now: try again in a few seconds.
identity-store = Something failed on our side: try again shortly.

identity-kind-region = Region
identity-kind-union = Union of municipalities
identity-kind-district = District
identity-kind-municipality = Municipality
identity-kind-asp = Personal services agency
identity-kind-other = Other body

identity-bad-name = Write the name of the body, 2 to 200 characters.
identity-bad-slug = Use 2 to 60 small letters without accents, digits and hyphens, like unione-bassa-reggiana.
identity-slug-reserved = The program needs this word: add the kind of body, like comune-di-…
identity-slug-taken = Another body already uses this word: choose a different one.
identity-bad-istat = The ISTAT code has six digits, once for each municipality, like 035024.
identity-bad-ipa = The IPA code has at most 20 letters and digits, like c_e253.
identity-bad-province = Write the two letters of the province, like RE.
identity-bad-population = Write how many people live there, digits only.
identity-bad-color = Write the colour with a hash and six digits, like #0b5e4a.
identity-bad-email = The e-mail address is not complete: write it like this, name@comune.it.
identity-bad-url = Write the whole address of the page, like https://www.comune.it/privacy.
identity-bad-logo = This image cannot be used: upload a PNG, JPEG or WebP file of at most 6,000 pixels a side.
identity-logo-too-large = The file is too large: at most 5 MB.
identity-parent-loop = A body cannot be below itself: choose another parent.

identity-bad-person-name = Write name and surname, 2 to 120 characters.
identity-email-taken = There is already an account with this e-mail.
identity-person-disabled = The account with this e-mail was closed: use another e-mail.
identity-role-misplaced = This role cannot be given here: the network manager is for the whole network, the other roles for one body.
identity-bad-token-name = Write what the token is for, 2 to 80 characters.
identity-too-many-tokens = You have twenty tokens already: take away one that you do not use any more.
identity-bad-token-roles = Choose at least one role of the body: a token cannot manage the network.

identity-password-short = Too short: use at least { $n } characters. Several words are fine.
identity-password-long = Too long: at most { $n } characters.
identity-password-is-email = The password cannot be your e-mail: choose another.
identity-password-common = This password is too easy to guess: try four words at random.

identity-mail-verify-subject = Confirm your e-mail address
identity-mail-verify-text =
    Hello,

    to confirm that this address is yours, open this link:

    { $link }

    It works for two days. If you did not ask for an account, do nothing.
identity-mail-reset-subject = A new password
identity-mail-reset-text =
    Hello,

    to choose a new password, open this link:

    { $link }

    It works for one hour and only once. If you did not ask for it, do nothing: your password stays as it was.
identity-mail-invite-subject = An invitation to the Local Social Agenda
identity-mail-invite-text =
    Hello,

    you were invited to work on the Local Social Agenda: { $role }, { $body }. To choose your password and enter, open this link:

    { $link }

    It works for two weeks. If you did not expect it, do nothing.
identity-mail-role-subject = You have a new role
identity-mail-role-text =
    Hello,

    you were given a role in the Local Social Agenda: { $role }, { $body }. You find it on your desk when you sign in:

    { $link }
identity-mail-known-subject = You already have an account
identity-mail-known-text =
    Hello,

    somebody asked for an account with this address, but you already have one. If it was you and you do not remember the password, you can choose a new one from the sign-in page. Otherwise do nothing.

identity-network = the whole network of bodies

## roles
role-referente = lead of the body
role-facilitatore = facilitator
role-moderatore = moderator
role-operatore = operator
role-attore = welfare actor
role-garante = guarantor
role-cittadino = citizen
role-gestore-di-rete = network manager

## pages: entering
identity-register-title = Create your account
identity-register-lead = You need it to support an idea, follow it and get the answer. To read you need none.
identity-register-button = Create the account
identity-register-privacy = We use name and e-mail for this alone. Read how we treat data:
identity-have-account = Do you have an account already?
identity-your-name = Name and surname
identity-your-name-hint = How you want to be called.
identity-email = E-mail address
identity-email-hint = We write you a message to confirm it.
identity-password = Password
identity-password-hint = At least 12 characters. Four words at random are fine, with spaces.
identity-forgotten-title = Forgot your password?
identity-forgotten-lead = Write your e-mail: we send you a link to choose a new one.
identity-forgotten-button = Send me the link
identity-verify-again-title = Did the confirmation not arrive?
identity-verify-again-lead = Write your e-mail: we send it again.
identity-verify-again-button = Send me the confirmation
identity-sent-title = Look in your mailbox
identity-sent-register = We wrote to you. Open the message and follow the link: so we know that the address is yours.
identity-sent-reset = If there is an account with this address, a message with the link for the new password arrives shortly. It works for one hour.
identity-sent-verify = If there is an account to confirm with this address, the message arrives shortly.
identity-sent-nothing = Nothing arrives?
identity-sent-spam = Wait a few minutes and look among the junk mail too.
identity-sent-address = Perhaps there was a typing mistake in the address:
identity-sent-again = try again
identity-sent-demo = Here messages do not really leave: you find them in the
identity-sent-demo-link = demo’s mailbox
identity-link-for = Account:
identity-verify-title = Confirm your address
identity-verify-lead = Type the password you chose: so nobody else can confirm in your place.
identity-verify-button = Confirm and enter
identity-password-chosen = Your password
identity-password-chosen-hint = The one you chose when you created the account.
identity-reset-title = Choose a new password
identity-reset-lead = When you save it you are signed out everywhere, and your tokens for programs stop working.
identity-reset-button = Save the password
identity-invitation-title = Welcome
identity-invitation-lead = You were invited to work on the Local Social Agenda. Check your name, choose a password and enter.
identity-invitation-button = Accept and enter
identity-spent-title = This link does not work any more
identity-spent-verify = It was used already or it is too old. If the address is confirmed you can sign in; otherwise have a new message sent.
identity-spent-reset = It was used already or it is too old: it works for one hour and only once. Have a new one sent.
identity-spent-invite = It was used already or it is too old. If you have an account, sign in; otherwise have the link to choose a password sent from here, or ask who invited you for a new invitation.

## pages: one's own account
identity-account-title = My account
identity-language = Language of messages
identity-language-hint = The language we write to you in.
identity-save = Save
identity-safety = Safety
identity-change-password = Change the password
identity-change-password-text = If you think that somebody knows it, change it now.
identity-change-password-lead = The other devices are signed out, this one stays in.
identity-password-now = The password of now
identity-password-new = The new password
identity-old-password = This is not the password of now: check how you typed it.
identity-devices = My devices
identity-devices-text = Where you signed in, and how to sign out from afar.
identity-devices-lead = The phones and computers on which you signed in. If one is not yours, sign it out and change the password.
identity-device-unknown = Unknown device
identity-device-opened = Signed in: { $x }
identity-device-seen = Last used: { $x }
identity-device-here = This device
identity-device-end = Sign this device out
identity-everywhere = Sign out everywhere
identity-everywhere-text = From this device too: you will have to sign in again.
identity-my-roles = My roles
identity-no-roles = You hold no role in any body. You can still send ideas, support them and vote.
identity-only-path = only for the path { $x }
identity-leave = Sign out
identity-tokens = My tokens for programs
identity-tokens-text = To let a program or a spreadsheet act for you.
identity-tokens-lead = A program with your token acts as you: what it supports or writes counts as yours. Give it only to programs you trust.
identity-tokens-empty = No tokens
identity-tokens-empty-text = If you use no connected programs, you need none.
identity-token-new = New token
identity-token-name = What it is for
identity-token-name-hint = To recognise it: the name of the program or of the sheet.
identity-token-password-hint = We ask again because a token works until you take it away.
identity-token-make = Make the token
identity-token-made = The token is ready
identity-token-once = Copy it now: once you leave this page it cannot be seen again.
identity-token-since = Made: { $x }
identity-token-revoke = Take the token away
identity-token-revoked = Taken away: { $x }
identity-token-use = The program sends it like this, with each request:
done-identity-verified = Address confirmed. Welcome.
done-identity-invited = You are in: this is your desk.
done-identity-password-set = Password saved: now sign in.
done-identity-account = Saved.
done-identity-password = Password changed. The other devices are signed out.
done-identity-device = That device is signed out.
done-identity-token = Token taken away: from now on it does not work.
done-identity-gone = It had been taken away already.

## pages: people of a body
identity-people = People and roles
identity-people-desk = Who works with you, in which role, and whom to invite.
identity-people-lead = Who holds a role in your body. A role is for the whole body or for one path.
identity-people-caption = People with a role
identity-people-empty = Nobody, for now
identity-people-empty-text = Invite the first person: they get a message to enter.
identity-name = Name
identity-roles = Roles
identity-state = State
identity-person-active = can enter
identity-person-invited = invitation sent
identity-person-closed = account closed
identity-invite = Invite a person
identity-invite-lead = We send a message with a link to choose a password. If they have an account already, we only tell them of the new role.
identity-invite-name-hint = The person can correct it when they enter.
identity-invite-send = Send the invitation
identity-invite-again = Send the invitation again
identity-letter-language = Language of the message
identity-role = What they will do
identity-role-lead-hint = Takes care of the profile, decides with others, publishes, manages people.
identity-role-facilitator-hint = Leads the listening and the working day.
identity-role-moderator-hint = Reads what arrives and decides whether it can become public.
identity-role-operator-hint = Collects the voice of those who could not do it alone.
identity-role-actor-hint = Speaks for an association, a cooperative, an office.
identity-role-guarantor-hint = Checks that rules are kept and counts the votes again.
identity-role-citizen-hint = Takes part as a person known to the body.
identity-path = For which path
identity-path-hint = The word in the path’s address, like agenda-2027. Empty: the whole body.
identity-path-all = The whole body
identity-roles-here = Roles in this body
identity-role-take = Take the role away
identity-role-add = Add a role
identity-role-give = Give the role
identity-waiting = They have not entered yet
identity-waiting-text = The link of the invitation works for two weeks. If it was lost, send another: the one before stops working.
identity-leaving-title = You are taking the role from yourself
identity-leaving-text = You will not be able to open this page or the lead’s other pages. Only another lead can give you the role again.
identity-leaving-button = Yes, take my role away
identity-body-tokens = Tokens for the body’s programs
identity-body-tokens-lead = A program of the body, such as the municipal site, needs one to read or write without a person. It has the roles you choose.
identity-body-tokens-empty-text = Make one when a program has to write here. To read open data none is needed.
identity-body-token-name-hint = To recognise it in a year: the program and who takes care of it.
identity-token-roles = What it may do
done-identity-invite = Done: the message is on its way.
done-identity-role = Role given.
done-identity-role-taken = Role taken away.

## pages: the body
identity-body = The body
identity-body-desk = Name, colour, logo, contacts, municipalities.
identity-body-lead = What people see of your body on every page.
identity-see-public = See the public page
identity-body-name = Name of the body
identity-color = Colour
identity-color-hint = We use it for the band at the top and for buttons. If white text could not be read on it, we darken it as much as needed.
identity-contrast = White text on the present colour has a contrast of { $x } to 1: at least 4.5 is needed.
identity-contact-email = E-mail for citizens
identity-contact-email-hint = We show it on the page Contacts: there must be a person behind it.
identity-privacy-url = The body’s privacy notice
identity-accessibility-url = The body’s accessibility statement
identity-url-hint = The whole address, like https://www.comune.it/page.
identity-accessibility-read = Read the body’s statement
identity-privacy-read = Read the body’s notice
identity-languages = Languages
identity-languages-hint = Italian is always there. Without English the body’s pages are in Italian only.
identity-population = Residents
identity-province = Province
identity-province-hint = Two letters, like RE.
identity-istat = ISTAT code
identity-istat-hint = Municipalities only: six digits.
identity-ipa = IPA code
identity-ipa-hint = From the index of public administrations, like c_e253.
identity-logo = Logo
identity-logo-lead = The coat of arms or sign at the top of each page of the body.
identity-logo-now = The present logo
identity-logo-add = Upload the logo
identity-logo-change = Change the logo
identity-logo-remove = Remove the logo
identity-logo-file = Image
identity-logo-hint = PNG, JPEG or WebP, up to 5 MB. Better square, on a transparent ground.
identity-logo-missing = First choose an image from your computer or phone.
identity-logo-send = Upload
identity-municipalities = Municipalities
identity-municipalities-lead = The municipalities the body takes care of: the filters “where” of all pages need them.
identity-municipalities-count = { $n ->
    [0] No municipality, for now
    [one] One municipality
   *[other] { $n } municipalities
}
identity-municipalities-field = One municipality a line
identity-municipalities-hint = The name or the ISTAT code: you can paste a column of a spreadsheet.
identity-municipality-unknown = On line { $n } there is a municipality we do not know: check the name or the code.
identity-municipality-twice = On line { $n } there is a municipality written above already: take it out.
done-identity-body = Saved.
done-identity-body-darker = Saved. We darkened the colour a little, so that white text can be read.
done-identity-logo = Logo uploaded.
done-identity-logo-removed = Logo removed.
done-identity-municipalities = Municipalities saved.

## pages: the network
identity-bodies = The bodies of the network
identity-bodies-desk = Add a body, correct its data, invite who leads it.
identity-bodies-lead = All bodies, each below the one that comprises it.
identity-bodies-caption = Bodies of the network
identity-bodies-count = { $n ->
    [one] One body
   *[other] { $n } bodies
}
identity-bodies-empty = No bodies, for now
identity-bodies-empty-text = Add the first: then you invite who leads it.
identity-body-add = Add a body
identity-body-add-lead = Name, word of the address and kind are enough. The lead of the body completes the rest.
identity-body-edit-lead = What the network says of this body.
identity-slug = Word in the address
identity-slug-hint = Small letters and hyphens, like unione-bassa-reggiana. Changing it breaks links already given out.
identity-kind = Kind of body
identity-parent = Belongs to
identity-parent-hint = For a municipality its union, for a union its district or the region.
identity-parent-none = No other body
identity-leads = Leads
identity-leads-lead = Who leads the work in this body, and from there invites the others.
identity-leads-empty = No lead, for now
identity-leads-empty-text = Until there is one, the body cannot begin: invite somebody below.
identity-lead-invite = Invite a lead
done-identity-body-added = Body added. Now invite who leads it.

## audit
identity-audit = Log
identity-audit-desk = Who did what and when, entry by entry.
audit-lead = Each change leaves an entry that nobody can correct or take out: each is sealed with the one before it.
audit-chain-whole = { $n ->
    [0] The log is empty
    [one] The log is whole: one entry checked, from first to last
   *[other] The log is whole: { $n } entries checked, from first to last
}
audit-chain-broken = The log was tampered with: tell at once who runs the program, who can check with “agio audit verify”
audit-chain-check = Check the whole log now
audit-who = Who
audit-what = What
audit-when = When
audit-about = About
audit-channel = From where
audit-number = Entry
audit-from = From
audit-until = To
audit-anybody = Anybody
audit-anything = Everything
audit-nobody = Without an account
audit-person-gone = Account deleted
audit-behalf = on behalf of { $x }
audit-detail = Detail
audit-before = Before:
audit-after = After:
audit-caption = The entries, newest first
audit-file = Download these entries (CSV)
audit-empty = No entries
audit-empty-text = With these filters there is nothing: try to take one away.
audit-all = See all entries
audit-code = Code of the action
audit-for = On behalf of
audit-seal = Seal
audit-channel-web = pages
audit-channel-api = program
audit-channel-cli = command line
audit-channel-import = data load
audit-channel-email = letter
audit-channel-job = automatic job
audit-body = Body
audit-person = People
audit-role = Roles
audit-token = Tokens
audit-service = Services
audit-database = Databases
audit-actor = Welfare organisations
audit-claim = Requests to keep a record
audit-proposal = Proposed changes
audit-card = Confirmations of records
audit-plan-sheet = Plan sheets
audit-finding = Findings
audit-path = Paths
audit-phase = Phases of paths
audit-idea = Ideas
audit-comment = Comments
audit-working-day = Working days
audit-project = Projects on the ballot
audit-ballot = Ballots
audit-agenda = Agenda
audit-action = Actions
audit-result = Expected results
audit-indicator = Indicators
audit-reading = Readings
audit-do-body-add = Body added
audit-do-body-edit = Body changed
audit-do-body-logo = Logo changed
audit-do-body-municipalities = Municipalities changed
audit-do-person-add = Person added
audit-do-person-edit = Personal data changed
audit-do-person-password = Password changed
audit-do-person-verify = Address confirmed
audit-do-person-disable = Account closed
audit-do-role-grant = Role given
audit-do-role-revoke = Role taken away
audit-do-token-make = Token made
audit-do-token-revoke = Token taken away
audit-do-service-create = Service added
audit-do-service-edit = Service changed
audit-do-service-import = Services imported
audit-do-service-link = Service linked
audit-do-service-unlink = Service unlinked
audit-do-database-create = Database added
audit-do-database-edit = Database changed
audit-do-database-import = Databases imported
audit-do-service-confirm = Service confirmed
audit-do-actor-create = Organisation added
audit-do-actor-edit = Organisation edited
audit-do-actor-member = Person added to an organisation
audit-do-actor-member-end = Person taken from an organisation
audit-do-claim-ask = Asked to keep a record
audit-do-claim-accepted = Record entrusted to an organisation
audit-do-claim-refused = Record not entrusted
audit-do-claim-withdrawn = Request to keep a record withdrawn
audit-do-claim-revoked = Charge of a record ended
audit-do-proposal-send = Change proposed
audit-do-proposal-rewrite = Proposal changed by who made it
audit-do-proposal-accepted = Proposal accepted
audit-do-proposal-partly = Proposal accepted in part
audit-do-proposal-draft = Proposed service made a draft
audit-do-proposal-refused = Proposal not accepted
audit-do-proposal-withdrawn = Proposal withdrawn
audit-do-card-ask = Asked whether records are true
audit-do-card-ask-withdrawn = Question about a record taken back
audit-do-card-ask-yearly = Yearly question switched on or off
audit-do-card-remind = Reminders sent
audit-do-card-confirmed = Answer: all right
audit-do-card-changed = Answer: something has changed
audit-do-card-forget = Addresses deleted
audit-do-path-create = Path opened
audit-do-path-edit = Path changed
audit-do-path-advance = Path moved on
audit-do-phase-add = Phase added
audit-do-phase-edit = Phase changed
audit-do-phase-remove = Phase removed
audit-do-idea-submit = Idea received
audit-do-idea-resubmit = Idea corrected by its author
audit-do-idea-publish = Idea published
audit-do-idea-refuse = Idea not published
audit-do-idea-ask-change = Correction asked
audit-do-idea-withdraw = Idea withdrawn
audit-do-idea-support = Idea supported
audit-do-idea-unsupport = Support taken back
audit-do-idea-begin-review = Idea under review
audit-do-idea-group = Idea joined with others
audit-do-idea-admit = Idea admitted
audit-do-idea-not-admit = Idea not admitted
audit-do-idea-on-ballot = Idea put on the ballot
audit-do-idea-prioritise = Idea given priority
audit-do-idea-not-prioritise = Idea not given priority
audit-do-idea-keep-for-later = Idea kept for later
audit-do-idea-enter-action = Idea entered an action
audit-do-idea-enter-pact = Idea entered a pact
audit-do-comment-submit = Comment received
audit-do-comment-publish = Comment published
audit-do-comment-hide = Comment hidden
audit-do-working-day-create = Working day prepared
audit-do-working-day-edit = Working day changed
audit-do-working-day-codes = Voting codes made
audit-do-working-day-freeze = Rules frozen
audit-do-working-day-open = Voting opened
audit-do-working-day-close = Voting closed
audit-do-working-day-count = Votes counted
audit-do-working-day-publish = Results published
audit-do-working-day-annul = Working day annulled
audit-do-working-day-join = Joined with a code
audit-do-project-create = Project added
audit-do-project-edit = Project changed
audit-do-project-remove = Project removed
audit-do-ballot-cast = Ballot cast
audit-do-agenda-draft = Draft of the Agenda
audit-do-agenda-draft-edit = Draft of the Agenda changed
audit-do-agenda-approve = Agenda approved
audit-do-agenda-publish = Agenda published
audit-do-action-create = Action added
audit-do-action-edit = Action changed
audit-do-action-move = State of an action changed
audit-do-result-add = Expected result added
audit-do-result-edit = Expected result changed
audit-do-result-remove = Expected result removed
audit-do-indicator-add = Indicator added
audit-do-indicator-edit = Indicator changed
audit-do-indicator-close = Indicator closed
audit-do-indicator-remove = Indicator removed
audit-do-reading-record = Reading recorded
audit-do-reading-correct = Reading corrected
