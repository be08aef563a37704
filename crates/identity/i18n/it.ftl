# Enti, persone, ruoli, accesso.

identity-invalid = { $n ->
    [one] C’è un campo da correggere.
   *[other] Ci sono { $n } campi da correggere.
}
identity-wrong-credentials = E-mail o password non corrispondono: controlla come le hai scritte, oppure chiedi una nuova password.
identity-throttled = Troppi tentativi: riprova tra { $seconds ->
    [one] un secondo
   *[other] { $seconds } secondi
}, oppure chiedi una nuova password.
identity-not-verified = Manca la conferma dell’indirizzo: apri il messaggio che ti abbiamo mandato, oppure fattelo mandare di nuovo.
identity-link-spent = Questo collegamento è scaduto o è già stato usato: chiedine uno nuovo.
identity-no-such-body = Questo ente non c’è: controlla l’indirizzo.
identity-no-such-person = Questa persona non ha un account: invitala con la sua e-mail.
identity-nothing-there = Non c’è più niente da togliere: ricarica la pagina.
identity-not-allowed = Non hai il ruolo per farlo: chiedi al referente dell’ente.
identity-busy = Troppe persone stanno entrando adesso: riprova tra qualche secondo.
identity-store = Qualcosa non ha funzionato da parte nostra: riprova tra poco.

identity-kind-region = Regione
identity-kind-union = Unione di comuni
identity-kind-district = Distretto
identity-kind-municipality = Comune
identity-kind-asp = Azienda di servizi alla persona
identity-kind-other = Altro ente

identity-bad-name = Scrivi il nome dell’ente, da 2 a 200 caratteri.
identity-bad-slug = Usa da 2 a 60 lettere minuscole senza accento, cifre e trattini, come unione-bassa-reggiana.
identity-slug-reserved = Questa parola serve al programma: aggiungi il tipo di ente, come comune-di-…
identity-slug-taken = Un altro ente usa già questa parola: scegline una diversa.
identity-bad-istat = Il codice ISTAT ha sei cifre, una volta sola per comune, come 035024.
identity-bad-ipa = Il codice IPA ha al massimo 20 lettere e cifre, come c_e253.
identity-bad-province = Scrivi la sigla della provincia, due lettere, come RE.
identity-bad-population = Scrivi quanti abitanti ci sono, solo cifre.
identity-bad-color = Scrivi il colore con il cancelletto e sei cifre, come #0b5e4a.
identity-bad-email = L’indirizzo e-mail non è completo: scrivilo così, nome@comune.it.
identity-bad-url = Scrivi l’indirizzo intero della pagina, come https://www.comune.it/privacy.
identity-bad-logo = Questa immagine non va bene: carica un file PNG, JPEG o WebP.
identity-logo-too-large = L’immagine è troppo grande: al massimo 200 KB.
identity-parent-loop = Un ente non può stare sotto sé stesso: scegli un altro ente superiore.

identity-bad-person-name = Scrivi nome e cognome, da 2 a 120 caratteri.
identity-email-taken = C’è già un account con questa e-mail.
identity-person-disabled = L’account con questa e-mail è stato chiuso: usa un’altra e-mail.
identity-role-misplaced = Questo ruolo non si può dare qui: il gestore di rete vale per tutta la rete, gli altri ruoli per un ente.
identity-bad-token-name = Scrivi a che cosa serve la chiave, da 2 a 80 caratteri.
identity-bad-token-roles = Scegli almeno un ruolo dell’ente: una chiave non può gestire la rete.

identity-password-short = Troppo corta: usa almeno { $n } caratteri. Vanno bene anche più parole.
identity-password-long = Troppo lunga: al massimo { $n } caratteri.
identity-password-is-email = La password non può essere la tua e-mail: scegline un’altra.
identity-password-common = Questa password è troppo facile da indovinare: prova con quattro parole a caso.

identity-mail-verify-subject = Conferma il tuo indirizzo e-mail
identity-mail-verify-text =
    Ciao,

    per confermare che questo indirizzo è tuo apri questo collegamento:

    { $link }

    Vale due giorni. Se non hai chiesto tu un account, non fare niente.
identity-mail-reset-subject = Una nuova password
identity-mail-reset-text =
    Ciao,

    per scegliere una nuova password apri questo collegamento:

    { $link }

    Vale un’ora e si può usare una volta sola. Se non l’hai chiesto tu, non fare niente: la password resta quella di prima.
identity-mail-invite-subject = Un invito all’Agenda Sociale Locale
identity-mail-invite-text =
    Ciao,

    ti hanno invitato a lavorare all’Agenda Sociale Locale. Per scegliere la tua password ed entrare apri questo collegamento:

    { $link }

    Vale due settimane.
identity-mail-known-subject = Hai già un account
identity-mail-known-text =
    Ciao,

    qualcuno ha chiesto un account con questo indirizzo, ma ne hai già uno. Se sei stato tu e non ricordi la password, dalla pagina di accesso puoi sceglierne una nuova. Altrimenti non fare niente.

## roles
role-referente = referente dell’ente
role-facilitatore = facilitatore
role-moderatore = moderatore
role-operatore = operatore
role-attore = attore del welfare
role-garante = garante
role-cittadino = cittadino
role-gestore-di-rete = gestore di rete
