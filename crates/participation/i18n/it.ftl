# Percorsi e idee. Prefissi: path-, phase-, idea-, participation-.

path-lead-digital = Ufficio per l’agenda digitale
path-lead-social = Servizi sociali
path-phase-profile = Profilo
path-phase-listening = Ascolto
path-phase-working-day = Giornata di lavoro
path-phase-agenda = Agenda
path-phase-monitoring = Monitoraggio
path-state-preparation = In preparazione
path-state-knowledge = Conoscenza
path-state-listening = Ascolto
path-state-review = Istruttoria
path-state-decision = Decisione
path-state-agenda-approved = Agenda approvata
path-state-monitoring = Monitoraggio
path-state-closed = Chiuso
path-state-suspended = Sospeso
path-state-withdrawn = Ritirato
path-arrow-begin-knowledge = Inizia il profilo
path-arrow-open-listening = Apri l’ascolto
path-arrow-begin-review = Chiudi l’ascolto e inizia l’istruttoria
path-arrow-begin-decision = Passa alla decisione
path-arrow-approve-agenda = Segna l’Agenda come approvata
path-arrow-begin-monitoring = Inizia il monitoraggio
path-arrow-close = Chiudi il percorso
path-arrow-suspend = Sospendi
path-arrow-resume = Riprendi
path-arrow-withdraw = Ritira il percorso
path-refused-not-next = Il percorso non può fare questo passo adesso: le fasi si seguono in ordine. Ricarica la pagina e scegli uno dei passi proposti.
path-refused-over = Il percorso è finito e non cambia più. Per ricominciare, crea un percorso nuovo.
path-refused-not-suspended = Si può riprendere solo un percorso sospeso. Ricarica la pagina per vedere a che punto è.
path-bad-slug = Scrivi un indirizzo con almeno una lettera o un numero.
path-bad-year = Scrivi l’anno con quattro cifre, tra 2000 e 2100.
phase-ends-before-it-begins = L’ultimo giorno viene prima del primo: correggi una delle due date.

idea-channel-web = Dal sito
idea-channel-paper = Su carta
idea-channel-voice = A voce
idea-channel-desk = Allo sportello
idea-channel-working-day = Nella giornata di lavoro
idea-channel-survey = In un questionario
idea-contributor-service-user = Chi usa i servizi
idea-contributor-family-carer = Familiare o caregiver
idea-contributor-operator = Chi lavora nei servizi
idea-contributor-welfare-actor = Associazione o altra organizzazione
idea-contributor-citizen = Cittadina o cittadino
idea-contributor-anonymous = Preferisco non dirlo
idea-state-received = Ricevuta
idea-state-changes-requested = Da completare
idea-state-refused = Non pubblicata
idea-state-published = Pubblicata
idea-state-in-review = In istruttoria
idea-state-grouped = Raggruppata
idea-state-admitted = Ammessa
idea-state-not-admitted = Non ammessa
idea-state-on-ballot = Al voto
idea-state-prioritised = Scelta
idea-state-not-prioritised = Non scelta
idea-state-in-action = In un’azione
idea-state-in-pact = In un patto
idea-state-kept-for-later = Tenuta per dopo
idea-state-withdrawn = Ritirata
idea-reason-out-of-competence = Non è compito di questo ente
idea-reason-already-exists = Esiste già
idea-reason-not-legal-or-safe = Non è permessa o non è sicura
idea-reason-cost = Costa troppo
idea-reason-timing = Non si può fare in tempo
idea-reason-merged-with = Unita a un’altra idea
idea-reason-no-partner = Manca chi la può fare con noi
idea-reason-not-chosen-in-vote = Non scelta con il voto
idea-by-author = Chi l’ha scritta
idea-by-moderator = Moderazione
idea-by-staff = L’ente
idea-by-vote = Il voto
idea-comment-received = In attesa
idea-comment-published = Pubblicato
idea-comment-hidden = Nascosto
idea-hint-email = sembra un’e-mail
idea-hint-phone = sembra un telefono
idea-hint-tax-code = sembra un codice fiscale
idea-refused-not-waiting = Questa idea non aspetta più la moderazione. Ricarica la coda per vedere quelle in attesa.
idea-refused-no-change-asked = Il testo si può cambiare solo quando la moderazione lo chiede. Se vuoi aggiungere qualcosa, scrivi un commento.
idea-refused-not-open = L’idea non è in una fase in cui si può esaminare: dev’essere pubblicata e non ancora decisa.
idea-refused-not-admitted = Solo le idee ammesse o raggruppate vanno al voto. Prima ammetti l’idea.
idea-refused-not-on-ballot = L’idea non è al voto, quindi non può avere un risultato. Controlla i progetti della giornata.
idea-refused-not-taken-up = L’idea non è tra quelle ammesse, quindi non può entrare in un’azione o in un patto.
idea-refused-too-late-to-withdraw = L’idea è già al voto o già decisa: non si può più ritirare. Per togliere dati personali scrivi all’ente.

participation-invalid = { $n ->
    [one] C’è una risposta da correggere.
   *[other] Ci sono { $n } risposte da correggere.
}
participation-no-such-path = Questo percorso non c’è. Controlla l’indirizzo o torna all’elenco dei percorsi.
participation-no-such-phase = Questa fase non c’è più. Ricarica la pagina del percorso.
participation-no-such-idea = Questa idea non c’è o non è pubblica. Cercala nell’elenco delle idee.
participation-no-such-code = Nessuna idea ha questo codice. Sono sei tra lettere e numeri: controlla e riprova.
participation-no-such-comment = Questo commento non c’è più. Ricarica la pagina.
participation-slug-taken = Un altro percorso ha già questo indirizzo: scegline uno diverso.
participation-not-listening = Questo percorso ora non raccoglie idee. Guarda le date delle fasi nella pagina del percorso.
participation-support-closed = Questa idea non raccoglie più sostegni: è già al voto o già decisa.
participation-ideas-unanswered = { $n ->
    [one] Un’idea aspetta ancora una risposta: rispondi prima di chiudere il percorso.
   *[other] { $n } idee aspettano ancora una risposta: rispondi prima di chiudere il percorso.
}
participation-store = Non siamo riusciti a salvare. Riprova tra poco: quello che hai scritto non è stato registrato.

idea-letter-received-subject = La tua idea è arrivata: codice { $code }
idea-letter-received = Grazie, abbiamo ricevuto la tua idea «{ $title }».

    Il tuo codice è { $code }. Con questo codice puoi seguirla, completarla o ritirarla senza account. Non darlo ad altri.

    Prima di pubblicarla una persona la legge. Puoi vedere a che punto è qui: { $link }

    { $body }
idea-letter-moved-subject = Novità sulla tua idea n. { $number }
idea-letter-moved = La tua idea «{ $title }» ora è nello stato: { $state }.
idea-letter-note = Che cosa ti diciamo:
    { $note }
idea-letter-end = Puoi seguirla qui: { $link }

    { $body }

idea-collected-personal = Qui sembra esserci un telefono, un’e-mail o un codice fiscale: toglilo. Di chi parla non conserviamo niente.
idea-collected-no-consent = Serve il consenso della persona: chiedilo a voce e spunta la casella.
