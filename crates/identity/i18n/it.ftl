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
identity-last-lead = Sei l’unico referente: prima dai questo ruolo a un’altra persona, poi puoi toglierlo a te.
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
identity-bad-logo = Questa immagine non va bene: carica un file PNG, JPEG o WebP, al massimo di 6.000 pixel per lato.
identity-logo-too-large = Il file è troppo grande: al massimo 5 MB.
identity-parent-loop = Un ente non può stare sotto sé stesso: scegli un altro ente superiore.

identity-bad-person-name = Scrivi nome e cognome, da 2 a 120 caratteri.
identity-email-taken = C’è già un account con questa e-mail.
identity-person-disabled = L’account con questa e-mail è stato chiuso: usa un’altra e-mail.
identity-role-misplaced = Questo ruolo non si può dare qui: il gestore di rete vale per tutta la rete, gli altri ruoli per un ente.
identity-bad-token-name = Scrivi a che cosa serve la chiave, da 2 a 80 caratteri.
identity-too-many-tokens = Hai già venti chiavi: togline una che non usi più.
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

    ti hanno invitato a lavorare all’Agenda Sociale Locale: { $role }, { $body }. Per scegliere la tua password ed entrare apri questo collegamento:

    { $link }

    Vale due settimane. Se non te l’aspettavi, non fare niente.
identity-mail-role-subject = Hai un nuovo ruolo
identity-mail-role-text =
    Ciao,

    ti hanno dato un ruolo nell’Agenda Sociale Locale: { $role }, { $body }. Lo trovi sulla tua scrivania, quando accedi:

    { $link }
identity-mail-known-subject = Hai già un account
identity-mail-known-text =
    Ciao,

    qualcuno ha chiesto un account con questo indirizzo, ma ne hai già uno. Se sei stato tu e non ricordi la password, dalla pagina di accesso puoi sceglierne una nuova. Altrimenti non fare niente.

identity-network = tutta la rete degli enti

## roles
role-referente = referente dell’ente
role-facilitatore = facilitatore
role-moderatore = moderatore
role-operatore = operatore
role-attore = attore del welfare
role-garante = garante
role-cittadino = cittadino
role-gestore-di-rete = gestore di rete

## pages: entering
identity-register-title = Crea il tuo account
identity-register-lead = Ti serve per sostenere un’idea, seguirla e sapere la risposta. Per leggere non occorre.
identity-register-button = Crea l’account
identity-register-privacy = Usiamo nome ed e-mail solo per questo. Leggi come trattiamo i dati:
identity-have-account = Hai già un account?
identity-your-name = Nome e cognome
identity-your-name-hint = Come vuoi che ti chiamino.
identity-email = Indirizzo e-mail
identity-email-hint = Ti scriviamo un messaggio per confermarlo.
identity-password = Password
identity-password-hint = Almeno 12 caratteri. Vanno bene quattro parole a caso, con gli spazi.
identity-forgotten-title = Password dimenticata?
identity-forgotten-lead = Scrivi la tua e-mail: ti mandiamo un collegamento per sceglierne una nuova.
identity-forgotten-button = Mandami il collegamento
identity-verify-again-title = Il messaggio di conferma non è arrivato?
identity-verify-again-lead = Scrivi la tua e-mail: te lo mandiamo di nuovo.
identity-verify-again-button = Mandami la conferma
identity-sent-title = Guarda la posta
identity-sent-register = Ti abbiamo scritto. Apri il messaggio e premi il collegamento: così sappiamo che l’indirizzo è tuo.
identity-sent-reset = Se c’è un account con questo indirizzo, tra poco arriva un messaggio con il collegamento per la nuova password. Vale un’ora.
identity-sent-verify = Se c’è un account da confermare con questo indirizzo, tra poco arriva il messaggio.
identity-sent-nothing = Non arriva niente?
identity-sent-spam = Aspetta qualche minuto e guarda anche tra la posta indesiderata.
identity-sent-address = Forse l’indirizzo aveva un errore di battitura:
identity-sent-again = riprova
identity-sent-demo = Qui i messaggi non partono davvero: li trovi nella
identity-sent-demo-link = posta della demo
identity-link-for = Account:
identity-verify-title = Conferma il tuo indirizzo
identity-verify-lead = Scrivi la password che hai scelto: così nessun altro può confermare al posto tuo.
identity-verify-button = Conferma ed entra
identity-password-chosen = La tua password
identity-password-chosen-hint = Quella che hai scelto creando l’account.
identity-reset-title = Scegli una nuova password
identity-reset-lead = Quando la salvi esci da tutti i dispositivi, e le tue chiavi per i programmi smettono di funzionare.
identity-reset-button = Salva la password
identity-invitation-title = Benvenuto, benvenuta
identity-invitation-lead = Ti hanno invitato a lavorare all’Agenda Sociale Locale. Controlla il nome, scegli una password ed entra.
identity-invitation-button = Accetta ed entra
identity-spent-title = Questo collegamento non vale più
identity-spent-verify = È già stato usato o è scaduto. Se l’indirizzo è già confermato puoi accedere; altrimenti fatti mandare un messaggio nuovo.
identity-spent-reset = È già stato usato o è scaduto: vale un’ora e una volta sola. Fattene mandare uno nuovo.
identity-spent-invite = È già stato usato o è scaduto. Se hai già un account accedi; altrimenti fatti mandare da qui il collegamento per scegliere la password, oppure chiedi un nuovo invito a chi ti ha invitato.

## pages: one's own account
identity-account-title = Il mio account
identity-language = Lingua dei messaggi
identity-language-hint = In quale lingua ti scriviamo.
identity-save = Salva
identity-safety = Sicurezza
identity-change-password = Cambia la password
identity-change-password-text = Se pensi che qualcuno la conosca, cambiala subito.
identity-change-password-lead = Gli altri dispositivi escono, questo resta dentro.
identity-password-now = La password di adesso
identity-password-new = La nuova password
identity-old-password = Non è la password di adesso: controlla come l’hai scritta.
identity-devices = I miei dispositivi
identity-devices-text = Dove hai fatto l’accesso, e come uscire da lontano.
identity-devices-lead = Sono i telefoni e i computer su cui hai fatto l’accesso. Se uno non è tuo, esci da lì e cambia la password.
identity-device-unknown = Dispositivo sconosciuto
identity-device-opened = Accesso: { $x }
identity-device-seen = Ultimo uso: { $x }
identity-device-here = Questo dispositivo
identity-device-end = Esci da questo dispositivo
identity-everywhere = Esci da tutti i dispositivi
identity-everywhere-text = Anche da questo: dovrai fare di nuovo l’accesso.
identity-my-roles = I miei ruoli
identity-no-roles = Non hai un ruolo in nessun ente. Puoi comunque mandare idee, sostenerle e votare.
identity-only-path = solo per il percorso { $x }
identity-leave = Esci
identity-tokens = Le mie chiavi per i programmi
identity-tokens-text = Per far usare i tuoi dati a un programma o a un foglio di calcolo.
identity-tokens-lead = Un programma con la tua chiave agisce come te: quello che sostiene o scrive conta come tuo. Dalla solo a programmi di cui ti fidi.
identity-tokens-empty = Nessuna chiave
identity-tokens-empty-text = Se non usi programmi collegati, non te ne serve nessuna.
identity-token-new = Nuova chiave
identity-token-name = A che cosa serve
identity-token-name-hint = Per riconoscerla: il nome del programma o del foglio.
identity-token-password-hint = La chiediamo di nuovo perché una chiave vale finché non la togli.
identity-token-make = Crea la chiave
identity-token-made = La chiave è pronta
identity-token-once = Copiala adesso: quando lasci questa pagina non si può più vedere.
identity-token-since = Creata: { $x }
identity-token-revoke = Togli la chiave
identity-token-revoked = Tolta: { $x }
identity-token-use = Il programma la manda così, a ogni richiesta:
done-identity-verified = Indirizzo confermato. Benvenuto, benvenuta.
done-identity-invited = Sei dentro: questa è la tua scrivania.
done-identity-password-set = Password salvata: adesso accedi.
done-identity-account = Salvato.
done-identity-password = Password cambiata. Gli altri dispositivi sono usciti.
done-identity-device = Quel dispositivo è uscito.
done-identity-token = Chiave tolta: da adesso non funziona più.
done-identity-gone = Era già stato tolto.

## pages: people of a body
identity-people = Persone e ruoli
identity-people-desk = Chi lavora con te, con quale ruolo, e chi invitare.
identity-people-lead = Chi ha un ruolo nel tuo ente. Un ruolo vale per tutto l’ente o per un solo percorso.
identity-people-caption = Persone con un ruolo
identity-people-empty = Nessuno, per ora
identity-people-empty-text = Invita la prima persona: le arriva un messaggio per entrare.
identity-name = Nome
identity-roles = Ruoli
identity-state = Stato
identity-person-active = può entrare
identity-person-invited = invito mandato
identity-person-closed = account chiuso
identity-invite = Invita una persona
identity-invite-lead = Le mandiamo un messaggio con un collegamento per scegliere la password. Se ha già un account, le diciamo solo del nuovo ruolo.
identity-invite-name-hint = La persona potrà correggerlo quando entra.
identity-invite-send = Manda l’invito
identity-invite-again = Manda di nuovo l’invito
identity-letter-language = Lingua del messaggio
identity-role = Che cosa farà
identity-role-lead-hint = Cura il profilo, decide con gli altri, pubblica, gestisce le persone.
identity-role-facilitator-hint = Guida l’ascolto e la giornata di lavoro.
identity-role-moderator-hint = Legge quello che arriva e decide se può diventare pubblico.
identity-role-operator-hint = Raccoglie la voce di chi da solo non riuscirebbe.
identity-role-actor-hint = Parla per un’associazione, una cooperativa, un ufficio.
identity-role-guarantor-hint = Controlla che le regole siano rispettate e riconta i voti.
identity-role-citizen-hint = Partecipa come persona conosciuta dall’ente.
identity-path = Per quale percorso
identity-path-hint = La parola nell’indirizzo del percorso, come agenda-2027. Vuoto: tutto l’ente.
identity-path-all = Tutto l’ente
identity-roles-here = Ruoli in questo ente
identity-role-take = Togli il ruolo
identity-role-add = Aggiungi un ruolo
identity-role-give = Dai il ruolo
identity-waiting = Non è ancora entrata
identity-waiting-text = Il collegamento dell’invito vale due settimane. Se si è perso, mandane un altro: quello di prima smette di funzionare.
identity-leaving-title = Stai togliendo il ruolo a te
identity-leaving-text = Non potrai più entrare in questa pagina né nelle altre del referente. Solo un altro referente potrà ridarti il ruolo.
identity-leaving-button = Sì, toglimi il ruolo
identity-body-tokens = Chiavi per i programmi dell’ente
identity-body-tokens-lead = Servono a un programma dell’ente, come il sito del comune, per leggere o scrivere senza una persona. Hanno i ruoli che scegli.
identity-body-tokens-empty-text = Creane una quando un programma deve scrivere qui. Per leggere i dati aperti non serve.
identity-body-token-name-hint = Per riconoscerla tra un anno: il programma e chi lo cura.
identity-token-roles = Che cosa può fare
done-identity-invite = Fatto: il messaggio è in partenza.
done-identity-role = Ruolo dato.
done-identity-role-taken = Ruolo tolto.

## pages: the body
identity-body = L’ente
identity-body-desk = Nome, colore, logo, contatti, comuni.
identity-body-lead = Quello che le persone vedono del tuo ente in ogni pagina.
identity-see-public = Vedi la pagina pubblica
identity-body-name = Nome dell’ente
identity-color = Colore
identity-color-hint = Lo usiamo per la fascia in alto e i pulsanti. Se il testo bianco non si leggesse, lo scuriamo quanto basta.
identity-contrast = Il testo bianco sul colore di adesso ha contrasto { $x } a 1: ne serve almeno 4,5.
identity-contact-email = E-mail per i cittadini
identity-contact-email-hint = La mostriamo nella pagina Contatti: dietro ci deve essere una persona.
identity-privacy-url = Informativa privacy dell’ente
identity-accessibility-url = Dichiarazione di accessibilità dell’ente
identity-url-hint = L’indirizzo intero, come https://www.comune.it/pagina.
identity-accessibility-read = Leggi la dichiarazione dell’ente
identity-privacy-read = Leggi l’informativa dell’ente
identity-languages = Lingue
identity-languages-hint = L’italiano c’è sempre. Senza inglese, le pagine dell’ente sono solo in italiano.
identity-population = Abitanti
identity-province = Provincia
identity-province-hint = La sigla, come RE.
identity-istat = Codice ISTAT
identity-istat-hint = Solo per i comuni: sei cifre.
identity-ipa = Codice IPA
identity-ipa-hint = Dall’indice delle pubbliche amministrazioni, come c_e253.
identity-logo = Logo
identity-logo-lead = Lo stemma o il simbolo che sta in alto in ogni pagina dell’ente.
identity-logo-now = Il logo di adesso
identity-logo-add = Carica il logo
identity-logo-change = Cambia il logo
identity-logo-remove = Togli il logo
identity-logo-file = Immagine
identity-logo-hint = PNG, JPEG o WebP, fino a 5 MB. Meglio quadrata, con lo sfondo trasparente.
identity-logo-missing = Scegli prima un’immagine dal tuo computer o telefono.
identity-logo-send = Carica
identity-municipalities = Comuni
identity-municipalities-lead = I comuni di cui l’ente si occupa: servono ai filtri «dove» di tutte le pagine.
identity-municipalities-count = { $n ->
    [0] Nessun comune, per ora
    [one] Un comune
   *[other] { $n } comuni
}
identity-municipalities-field = Un comune per riga
identity-municipalities-hint = Il nome o il codice ISTAT: puoi incollare una colonna da un foglio di calcolo.
identity-municipality-unknown = Alla riga { $n } c’è un comune che non conosciamo: controlla il nome o il codice.
identity-municipality-twice = Alla riga { $n } c’è un comune già scritto sopra: toglilo.
done-identity-body = Salvato.
done-identity-body-darker = Salvato. Abbiamo scurito un po’ il colore, perché il testo bianco si legga.
done-identity-logo = Logo caricato.
done-identity-logo-removed = Logo tolto.
done-identity-municipalities = Comuni salvati.

## pages: the network
identity-bodies = Gli enti della rete
identity-bodies-desk = Aggiungi un ente, correggine i dati, invita chi lo guida.
identity-bodies-lead = Tutti gli enti, ognuno sotto quello che lo comprende.
identity-bodies-caption = Enti della rete
identity-bodies-count = { $n ->
    [one] Un ente
   *[other] { $n } enti
}
identity-bodies-empty = Nessun ente, per ora
identity-bodies-empty-text = Aggiungi il primo: poi inviti chi lo guida.
identity-body-add = Aggiungi un ente
identity-body-add-lead = Bastano nome, parola dell’indirizzo e tipo. Il resto lo completa il referente dell’ente.
identity-body-edit-lead = Quello che la rete dice di questo ente.
identity-slug = Parola nell’indirizzo
identity-slug-hint = Minuscole e trattini, come unione-bassa-reggiana. Cambiarla rompe i collegamenti già distribuiti.
identity-kind = Tipo di ente
identity-parent = Fa parte di
identity-parent-hint = Per un comune la sua unione, per un’unione il suo distretto o la regione.
identity-parent-none = Nessun altro ente
identity-leads = Referenti
identity-leads-lead = Chi guida il percorso in questo ente, e da lì invita gli altri.
identity-leads-empty = Nessun referente, per ora
identity-leads-empty-text = Finché non c’è, l’ente non può cominciare: invita qualcuno qui sotto.
identity-lead-invite = Invita un referente
done-identity-body-added = Ente aggiunto. Adesso invita chi lo guida.

## audit
identity-audit = Registro
identity-audit-desk = Chi ha fatto che cosa e quando, voce per voce.
audit-lead = Ogni cambiamento lascia una voce che nessuno può correggere o togliere: ognuna è sigillata con quella di prima.
audit-chain-whole = { $n ->
    [0] Il registro è vuoto
    [one] Il registro è integro: una voce controllata, dalla prima all’ultima
   *[other] Il registro è integro: { $n } voci controllate, dalla prima all’ultima
}
audit-chain-broken = Il registro è stato toccato: avvisa subito chi gestisce il programma, che può controllare con «agio audit verify»
audit-chain-check = Controlla adesso tutto il registro
audit-who = Chi
audit-what = Che cosa
audit-when = Quando
audit-about = Su che cosa
audit-channel = Da dove
audit-number = Voce
audit-from = Dal
audit-until = Al
audit-anybody = Chiunque
audit-anything = Tutto
audit-nobody = Senza account
audit-person-gone = Account cancellato
audit-behalf = per conto di { $x }
audit-detail = Dettaglio
audit-before = Prima:
audit-after = Dopo:
audit-caption = Le voci, dalla più recente
audit-file = Scarica queste voci (CSV)
audit-empty = Nessuna voce
audit-empty-text = Con questi filtri non c’è niente: prova a toglierne uno.
audit-all = Vedi tutte le voci
audit-code = Codice dell’azione
audit-for = Per conto di
audit-seal = Sigillo
audit-channel-web = pagine
audit-channel-api = programma
audit-channel-cli = riga di comando
audit-channel-import = caricamento di dati
audit-channel-email = lettera
audit-channel-job = lavoro automatico
audit-body = Ente
audit-person = Persone
audit-role = Ruoli
audit-token = Chiavi
audit-service = Servizi
audit-database = Basi dati
audit-actor = Attori del welfare
audit-claim = Richieste di tenere una scheda
audit-proposal = Proposte di modifica
audit-card = Conferme delle schede
audit-plan-sheet = Schede del Piano di zona
audit-finding = Rilievi
audit-path = Percorsi
audit-phase = Fasi dei percorsi
audit-idea = Idee
audit-comment = Commenti
audit-working-day = Giornate di lavoro
audit-project = Progetti al voto
audit-ballot = Schede di voto
audit-agenda = Agenda
audit-action = Azioni
audit-result = Risultati attesi
audit-indicator = Indicatori
audit-reading = Misure
audit-do-body-add = Ente aggiunto
audit-do-body-edit = Ente modificato
audit-do-body-logo = Logo cambiato
audit-do-body-municipalities = Comuni cambiati
audit-do-person-add = Persona aggiunta
audit-do-person-edit = Dati personali cambiati
audit-do-person-password = Password cambiata
audit-do-person-verify = Indirizzo confermato
audit-do-person-disable = Account chiuso
audit-do-role-grant = Ruolo dato
audit-do-role-revoke = Ruolo tolto
audit-do-token-make = Chiave creata
audit-do-token-revoke = Chiave tolta
audit-do-service-create = Servizio aggiunto
audit-do-service-edit = Servizio modificato
audit-do-service-import = Servizi importati
audit-do-service-link = Servizio collegato
audit-do-service-unlink = Servizio scollegato
audit-do-database-create = Base dati aggiunta
audit-do-database-edit = Base dati modificata
audit-do-database-import = Basi dati importate
audit-do-service-confirm = Servizio confermato
audit-do-actor-create = Attore aggiunto
audit-do-actor-edit = Attore modificato
audit-do-actor-member = Persona aggiunta a un attore
audit-do-actor-member-end = Persona tolta da un attore
audit-do-claim-ask = Chiesto di tenere una scheda
audit-do-claim-accepted = Scheda affidata a un attore
audit-do-claim-refused = Scheda non affidata
audit-do-claim-withdrawn = Richiesta di tenere una scheda ritirata
audit-do-claim-revoked = Incarico su una scheda tolto
audit-do-proposal-send = Modifica proposta
audit-do-proposal-rewrite = Proposta cambiata da chi l’ha fatta
audit-do-proposal-accepted = Proposta accettata
audit-do-proposal-partly = Proposta accettata in parte
audit-do-proposal-draft = Servizio proposto messo in bozza
audit-do-proposal-refused = Proposta non accettata
audit-do-proposal-withdrawn = Proposta ritirata
audit-do-card-ask = Chiesto se le schede sono vere
audit-do-card-ask-withdrawn = Domanda su una scheda ritirata
audit-do-card-ask-yearly = Domanda di ogni anno accesa o spenta
audit-do-card-remind = Promemoria mandati
audit-do-card-confirmed = Risposta: è tutto giusto
audit-do-card-changed = Risposta: qualcosa è cambiato
audit-do-card-forget = Indirizzi cancellati
audit-do-path-create = Percorso aperto
audit-do-path-edit = Percorso modificato
audit-do-path-advance = Percorso andato avanti
audit-do-phase-add = Fase aggiunta
audit-do-phase-edit = Fase modificata
audit-do-phase-remove = Fase tolta
audit-do-idea-submit = Idea arrivata
audit-do-idea-resubmit = Idea corretta dall’autore
audit-do-idea-publish = Idea pubblicata
audit-do-idea-refuse = Idea non pubblicata
audit-do-idea-ask-change = Chiesta una correzione
audit-do-idea-withdraw = Idea ritirata
audit-do-idea-support = Idea sostenuta
audit-do-idea-unsupport = Sostegno tolto
audit-do-idea-begin-review = Idea in istruttoria
audit-do-idea-group = Idea unita ad altre
audit-do-idea-admit = Idea ammessa
audit-do-idea-not-admit = Idea non ammessa
audit-do-idea-on-ballot = Idea messa al voto
audit-do-idea-prioritise = Idea prioritaria
audit-do-idea-not-prioritise = Idea non prioritaria
audit-do-idea-keep-for-later = Idea tenuta per dopo
audit-do-idea-enter-action = Idea entrata in un’azione
audit-do-idea-enter-pact = Idea entrata in un patto
audit-do-comment-submit = Commento arrivato
audit-do-comment-publish = Commento pubblicato
audit-do-comment-hide = Commento nascosto
audit-do-working-day-create = Giornata preparata
audit-do-working-day-edit = Giornata modificata
audit-do-working-day-codes = Codici di voto creati
audit-do-working-day-freeze = Regole fissate
audit-do-working-day-open = Voto aperto
audit-do-working-day-close = Voto chiuso
audit-do-working-day-count = Voti contati
audit-do-working-day-publish = Risultati pubblicati
audit-do-working-day-annul = Giornata annullata
audit-do-working-day-join = Ingresso con il codice
audit-do-project-create = Progetto aggiunto
audit-do-project-edit = Progetto modificato
audit-do-project-remove = Progetto tolto
audit-do-ballot-cast = Scheda votata
audit-do-agenda-draft = Bozza dell’Agenda
audit-do-agenda-draft-edit = Bozza dell’Agenda modificata
audit-do-agenda-approve = Agenda approvata
audit-do-agenda-publish = Agenda pubblicata
audit-do-action-create = Azione aggiunta
audit-do-action-edit = Azione modificata
audit-do-action-move = Azione cambiata di stato
audit-do-result-add = Risultato atteso aggiunto
audit-do-result-edit = Risultato atteso modificato
audit-do-result-remove = Risultato atteso tolto
audit-do-indicator-add = Indicatore aggiunto
audit-do-indicator-edit = Indicatore modificato
audit-do-indicator-close = Indicatore chiuso
audit-do-indicator-remove = Indicatore tolto
audit-do-reading-record = Misura registrata
audit-do-reading-correct = Misura corretta
