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
identity-bad-logo = This image cannot be used: upload a PNG, JPEG or WebP file.
identity-logo-too-large = The image is too large: at most 200 KB.
identity-parent-loop = A body cannot be below itself: choose another parent.

identity-bad-person-name = Write name and surname, 2 to 120 characters.
identity-email-taken = There is already an account with this e-mail.
identity-person-disabled = The account with this e-mail was closed: use another e-mail.
identity-role-misplaced = This role cannot be given here: the network manager is for the whole network, the other roles for one body.
identity-bad-token-name = Write what the token is for, 2 to 80 characters.
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

    you were invited to work on the Local Social Agenda. To choose your password and enter, open this link:

    { $link }

    It works for two weeks.
identity-mail-known-subject = You already have an account
identity-mail-known-text =
    Hello,

    somebody asked for an account with this address, but you already have one. If it was you and you do not remember the password, you can choose a new one from the sign-in page. Otherwise do nothing.

## roles
role-referente = lead of the body
role-facilitatore = facilitator
role-moderatore = moderator
role-operatore = operator
role-attore = welfare actor
role-garante = guarantor
role-cittadino = citizen
role-gestore-di-rete = network manager
