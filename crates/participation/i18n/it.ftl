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

## pages: paths
nav-paths = Percorsi e idee
path-list-lead = Qui si decide insieme che cosa migliorare nei servizi. Scegli un percorso e guarda che cosa puoi fare adesso.
path-list-empty = Nessun percorso è ancora aperto
path-list-empty-text = Quando l’ente ne apre uno lo trovi qui, con le date e il modo di partecipare.
path-ideas-count = { $n ->
    [0] nessuna idea, per ora
    [one] { $n } idea
   *[other] { $n } idee
}
path-follow-title = Hai già mandato un’idea?
path-follow-text = Con il codice di sei caratteri vedi a che punto è, la completi o la ritiri. Non serve un account.
path-follow-link = Segui la tua idea
path-from-to = dal { $from } al { $to }
path-act-listening = Di’ che cosa manca o che cosa cambieresti
path-act-listening-open = Bastano due minuti e non serve un account.
path-act-listening-until = Bastano due minuti e non serve un account. C’è tempo fino al { $x }.
path-act-knowledge = Guarda che cosa c’è già
path-act-profile = Vai al profilo dei servizi
path-act-decision = Si sceglie insieme che cosa fare
path-act-day = Vai alla giornata di lavoro
path-act-approved = L’Agenda è pronta: leggi che cosa cambierà
path-act-agenda = Leggi l’Agenda
path-act-monitoring = Guarda se le promesse vengono mantenute
path-act-results = Vai ai risultati
path-act-read = Leggi le idee e le risposte
path-act-ideas = Leggi le idee
path-act-opens = Potrai dire la tua dal { $x }.
path-line-title = A che punto siamo
path-no-dates = Le date non sono ancora decise: le scriveremo qui.
path-numbers-title = I numeri
path-number-arrived = idee arrivate
path-number-public = idee pubbliche
path-number-answered = idee che hanno già una risposta
path-number-supports = sostegni dati
path-text-title = Di che cosa si tratta
path-rules-title = Le regole, in breve
path-rule-everybody = Può scrivere chiunque: chi vive qui, chi ci lavora, chi usa i servizi. Per mandare un’idea non serve un account.
path-rule-public = Prima di pubblicare un’idea una persona la legge, per togliere i dati personali e le offese.
path-rule-support = Ogni persona può sostenere un’idea una volta sola. Per questo il sostegno chiede di accedere.
path-rule-answer = Ogni idea riceve una risposta. Se è un no, diciamo perché.
path-rule-withdraw = Con il tuo codice puoi ritirare l’idea finché non va al voto.
path-rule-data = Non ti chiediamo malattie, redditi o fatti di famiglia. I numeri piccoli non si mostrano.
path-voices-title = Chi ha parlato finora
path-voices-text = Idee pubbliche, per chi le ha raccontate
path-voices-n = { $n ->
    [one] { $n } idea
   *[other] { $n } idee
}
path-voices-few = meno di { $n }
path-voices-withheld = non mostrato, per riservatezza

## pages: ideas
idea-new = Scrivi la tua idea
idea-list-title = Idee
idea-list-lead = Che cosa dicono le altre persone, e che cosa ne è stato.
idea-list-empty = Nessuna idea, per ora
idea-list-empty-text = Può cominciare da te: racconta che cosa è difficile o che cosa ti aiuterebbe.
idea-list-empty-closed = Il percorso ora non raccoglie idee. Nella sua pagina trovi le date.
idea-list-to-path = Vai al percorso
idea-list-none = Nessuna idea corrisponde alla ricerca
idea-list-none-text = Prova con meno parole, oppure togli i filtri.
idea-filter-words = Parole
idea-filter-anybody = Tutte le persone
idea-filter-anywhere = Tutto il territorio
idea-filter-state = A che punto è
idea-filter-any-state = Tutte
idea-filter-more = Per chi, dove, a che punto
idea-filter-sort = Ordine
idea-sort-newest = Le più recenti
idea-sort-supported = Le più sostenute
idea-fact-who = Per chi
idea-fact-place = Dove
idea-fact-channel = Come è arrivata
idea-fact-contributor = Chi parla
idea-new-lead = Due minuti, senza account. Racconta un bisogno o una proposta come la diresti a voce.
idea-new-privacy = Non scrivere nomi, telefoni o malattie: la tua idea sarà pubblica, chi sei no.
idea-field-title = L’idea in poche parole
idea-field-title-hint = Per esempio: un pulmino per le visite in ospedale
idea-field-text = Racconta
idea-field-text-hint = Che cosa è difficile oggi? Che cosa ti aiuterebbe?
idea-field-who = Per chi è
idea-field-who-all = Per tutte le persone
idea-field-areas = Quali persone aiuta
idea-field-place = In quale comune
idea-field-contributor = Tu chi sei?
idea-field-contributor-hint = Ci aiuta a capire chi non abbiamo ancora ascoltato. Accanto alla tua idea non si vede.
idea-field-email = La tua e-mail
idea-field-email-hint = Solo per scriverti com’è andata. Nessuno la vede.
idea-send = Invia l’idea
idea-alike = Qualcuno ha già detto qualcosa di simile. Se è la stessa cosa, puoi sostenerla:
idea-alike-new-window = (si apre in un’altra scheda)
idea-next-title = Che cosa succede dopo
idea-next-code = Ricevi subito un codice di sei caratteri per seguirla.
idea-next-read = Una persona la legge
idea-next-read-text = Di solito bastano pochi giorni. Se manca qualcosa te lo chiediamo.
idea-next-public = Tutti la possono leggere
idea-next-public-text = Chi è d’accordo la sostiene, gli uffici la esaminano.
idea-next-answer = Arriva la risposta
idea-next-answer-text = Sì o no, con il perché. La trovi con il codice.
idea-sent-title = Grazie, la tua idea è arrivata
idea-sent-lead = Questo è il tuo codice: senza, non possiamo ritrovare la tua idea.
idea-sent-hint = Scrivilo, fotografalo o stampalo. Non darlo ad altri.
idea-sent-email = Te lo mandiamo anche per e-mail.
idea-sent-follow = Per sapere a che punto è, scrivi il codice qui:
idea-sent-read = Leggi le altre idee
idea-sent-another = Scrivi un’altra idea
idea-code-label = Il codice
idea-number = Idea n. { $n }
idea-published-on = pubblicata il { $x }
idea-answer-title = La risposta
idea-steps-title = Che cosa ne è stato
idea-step-answer = Risposta dell’ente
idea-thread-title = Dove è arrivata
idea-supports-title = Chi è d’accordo
idea-support = Sostieni questa idea
idea-support-sign-in = Accedi e sostieni
idea-support-why = Ogni persona vale un sostegno solo, per questo serve accedere. Poi torni qui. Il tuo nome non si vede.
idea-supported = Sostieni questa idea
idea-unsupport = Togli il sostegno
idea-comments = { $n ->
    [0] Commenti
    [one] { $n } commento
   *[other] { $n } commenti
}
idea-comments-none = Nessuno ha ancora commentato.
idea-comments-closed = Il percorso è finito: i commenti sono chiusi.
idea-comment-write = Scrivi un commento
idea-comment-text = Il tuo commento
idea-comment-hint = Una persona lo legge prima che si veda. Niente nomi, telefoni o malattie.
idea-comment-author = Come vuoi essere chiamato
idea-comment-author-hint = Basta un nome di fantasia.
idea-comment-send = Invia il commento
idea-comment-somebody = Una persona
idea-follow-title = Segui la tua idea
idea-follow-lead = Scrivi il codice che hai ricevuto quando l’hai mandata.
idea-follow-hint = Sei tra lettere e numeri. Maiuscole e spazi non contano.
idea-follow-submit = Guarda a che punto è
idea-follow-lost = Ho perso il codice
idea-follow-lost-text = Se avevi lasciato l’e-mail, cercalo nel messaggio di conferma. Altrimenti cerca la tua idea nell’elenco: quando è pubblica la puoi leggere anche senza codice.
idea-mine-title = La tua idea
idea-mine-asked = Che cosa ti chiediamo
idea-mine-complete = Invia di nuovo
idea-mine-appeal = Non sei d’accordo? Scrivici: un’altra persona riguarda la decisione.
idea-mine-public = Guarda la pagina pubblica
idea-mine-withdraw = Ritira l’idea
idea-mine-withdraw-text = Il testo e la tua e-mail vengono cancellati e non si possono recuperare. Resta solo scritto che un’idea è stata ritirata.
idea-mine-withdraw-yes = Sì, ritira la mia idea
idea-withdrawn-title = Idea ritirata
idea-withdrawn-lead = Il testo è stato cancellato, come hai chiesto.
idea-without-words = Idea ritirata: il testo non c’è più

done-idea-supported = Fatto: sostieni questa idea.
done-idea-unsupported = Fatto: hai tolto il sostegno.
done-comment-sent = Grazie. Il commento si vedrà dopo che una persona l’ha letto.
done-idea-completed = Grazie: la tua idea è di nuovo in lettura. Il codice resta lo stesso.
done-idea-withdrawn = La tua idea è stata ritirata e il testo cancellato.

## pages: the desk of a path
path-desk-paths = Percorsi e idee
path-desk-paths-text = Le fasi del percorso, le idee da leggere e le risposte da dare.
path-desk-paths-empty = Non c’è ancora nessun percorso
path-desk-paths-empty-text = Creane uno: resta nascosto finché non lo apri.
path-desk-waiting = { $n ->
    [one] Un’idea da leggere
   *[other] { $n } idee da leggere
}
path-desk-nothing-waits = Niente da leggere
path-desk-waits-days = { $n ->
    [0] da oggi
    [one] da ieri
   *[other] da { $n } giorni
}
path-desk-ideas-waiting = idee da leggere
path-desk-ideas-unanswered = idee pubbliche senza risposta
path-desk-public = Vedi la pagina pubblica
path-desk-save = Salva
path-new = Nuovo percorso
path-edit = Cambia i testi
path-form-lead = Poche parole, come le diresti a una persona che passa allo sportello.
path-field-name = Nome
path-field-name-hint = Per esempio: Agenda Sociale Locale 2027
path-field-slug = Parola per l’indirizzo
path-field-slug-hint = Si vede nell’indirizzo della pagina e poi non cambia. Se la lasci vuota la ricaviamo dal nome.
path-field-year = Anno
path-field-office = Chi lo guida
path-field-summary = In una o due frasi
path-field-summary-hint = Si legge nell’elenco dei percorsi.
path-field-text = Testo della pagina
path-field-text-hint = Che cosa si decide, chi decide, che cosa è già deciso. Una riga vuota separa i paragrafi.
path-next-title = Il prossimo passo
path-next-none = Da qui il percorso non va avanti.
path-other-steps = Sospendere o ritirare
path-confirm = Ho capito: non si torna indietro
path-confirm-missing = Questo passo non si può annullare: spunta la casella per confermare.
path-then-begin-knowledge = Il percorso diventa pubblico. Tutti lo vedono, ma non si possono ancora mandare idee.
path-then-open-listening = Da questo momento chiunque può mandare idee, nei giorni delle fasi di ascolto. Preparati a leggerle: ognuna aspetta una risposta.
path-then-begin-review = Non arrivano più idee dal sito. Quelle già arrivate si possono ancora leggere, esaminare e sostenere. I fogli di carta si possono ancora registrare.
path-then-begin-decision = Si passa alla scelta: le idee ammesse possono entrare nei progetti da votare.
path-then-approve-agenda = Si dice a tutti che l’Agenda è approvata.
path-then-begin-monitoring = Da adesso la pagina del percorso porta ai risultati.
path-then-close = Il percorso finisce. Si può chiudere solo se ogni idea ha una risposta. Dimentichiamo chi ha sostenuto le idee (restano i numeri) e, dopo sei mesi, gli indirizzi e-mail.
path-then-suspend = Le idee non si possono più mandare finché non riprendi. Quello che c’è resta visibile.
path-then-resume = Il percorso riprende da dove era.
path-then-withdraw = Il percorso finisce senza Agenda. Quello che è pubblico resta leggibile, ma non si va più avanti.
path-warning-no-dates = L’ascolto è aperto senza una data di fine: aggiungi una fase di ascolto, così le persone sanno quanto tempo hanno.
path-warning-listening-over = L’ultimo giorno di ascolto è passato: le idee non arrivano più. Passa alla fase dopo o allunga le date.
path-warning-listening-later = L’ascolto è aperto, ma oggi non è un giorno di ascolto: le idee non si possono mandare. Controlla le date.
path-warning-open-now = Secondo le date oggi si ascolta, ma l’ascolto non è ancora aperto: fai il prossimo passo quando siete pronti.
path-phases-title = Le fasi e le date
path-phases-text = Le persone le vedono nella pagina del percorso
path-phases-empty = Nessuna fase: aggiungi almeno quella di ascolto, con il primo e l’ultimo giorno.
phase-new = Aggiungi una fase
phase-lead = Le idee si possono mandare solo nei giorni di una fase di ascolto.
phase-field-kind = A che cosa serve
phase-field-kind-hint = Solo la fase «Ascolto» apre l’invio delle idee.
phase-field-title = Titolo
phase-field-title-hint = Per esempio: Raccontaci un bisogno o un’idea
phase-field-from = Primo giorno
phase-field-to = Ultimo giorno
phase-field-to-hint = Compreso: fino a mezzanotte.
phase-field-text = Che cosa si fa
phase-when = Quando
phase-remove = Togli questa fase
phase-remove-text = Sparisce dalla pagina del percorso. Le idee restano.
phase-remove-yes = Sì, togli la fase

done-path-created = Percorso creato. È nascosto finché non fai il primo passo.
done-path-edited = Testi salvati.
done-path-advanced = Fatto: il percorso è andato avanti.
done-phase-saved = Fase salvata.
done-phase-removed = Fase tolta.

## pages: moderation
idea-moderation-title = Moderazione
idea-moderation-lead = { $n ->
    [0] Nessuna idea aspetta di essere letta.
    [one] Un’idea aspetta di essere letta.
   *[other] { $n } idee aspettano di essere lette. Cominciamo da quella che aspetta da più tempo.
}
idea-moderation-hints = Qui potrebbero esserci dati personali
idea-moderation-hints-text = Sono segnati nel testo. Se lo sono davvero, chiedi di toglierli: non si può pubblicare.
idea-moderation-reachable = Chi l’ha scritta ha lasciato un’e-mail: riceverà la risposta anche lì.
idea-moderation-by-code = Chi l’ha scritta leggerà la risposta con il suo codice.
idea-moderation-publish = Pubblica
idea-moderation-publish-text = Tutti la leggono subito, così com’è. Chi l’ha scritta viene avvisato.
idea-moderation-ask = Chiedi di completarla
idea-moderation-note = Che cosa chiedi
idea-moderation-note-hint = Lo legge solo chi ha scritto l’idea. Di’ che cosa togliere o aggiungere.
idea-moderation-refuse = Non pubblicarla
idea-moderation-reason = Perché no
idea-moderation-answer = Due righe per chi l’ha scritta
idea-moderation-answer-hint = Come le diresti a voce. Se c’è già un servizio, scrivi quale e dove.
idea-moderation-skip = Lasciala per dopo
idea-moderation-alike = Idee simili, già pubbliche
idea-moderation-empty = Tutto letto
idea-moderation-empty-text = Quando arriva un’idea la trovi qui. Intanto puoi rispondere a quelle già pubbliche.
idea-moderation-comments = Commenti da leggere
idea-moderation-comments-none = Nessun commento aspetta.
idea-moderation-comment-show = Pubblica
idea-moderation-comment-hide = Non mostrarlo
idea-preview-show = Guarda come la leggerà
idea-preview-title = Ecco che cosa leggerà
idea-preview-lead = Non è ancora partito niente.
idea-preview-letter = L’e-mail, se ha lasciato l’indirizzo
idea-preview-send = Invia
idea-preview-mend = Correggi

done-idea-published = Idea pubblicata.
done-idea-change-asked = Richiesta inviata: l’idea torna qui quando viene completata.
done-idea-refused = Risposta inviata: l’idea non viene pubblicata.
done-comment-published = Commento pubblicato.
done-comment-hidden = Commento non mostrato.

## pages: all ideas, answers
path-desk-ideas-title = Tutte le idee
path-desk-ideas-lead = In ogni stato, anche quelle che il pubblico non vede.
path-desk-ideas-words = Titolo o numero
path-desk-ideas-caption = Dalla più recente
path-desk-ideas-number = N.
path-desk-ideas-day = Arrivata
path-desk-ideas-supports = Sostegni
path-desk-ideas-empty-text = Le idee arrivano dal sito, oppure le registri tu: su carta, a voce, allo sportello.
path-desk-any-channel = Tutti i modi
path-desk-idea-moderate = Leggila in moderazione
path-desk-idea-decide = Rispondi
path-desk-idea-admit = Ammetti
path-desk-idea-admit-text = L’idea può diventare un progetto o un’azione.
path-desk-idea-group = Segna come raggruppata
path-desk-idea-group-text = Va avanti insieme ad altre che dicono la stessa cosa.
path-desk-idea-review = Inizia l’esame
path-desk-idea-review-text = Le persone vedono che gli uffici la stanno guardando.
path-desk-idea-not-admit = Non ammettere
path-desk-idea-keep = Tieni per dopo
path-desk-idea-keep-note = Che cosa dici a chi l’ha scritta
path-desk-idea-answer-hint = La leggono tutti, nella pagina dell’idea. Di’ il perché con parole semplici.
path-desk-idea-public = Vedi la pagina pubblica

done-idea-examined = Risposta registrata.

## pages: collecting voices
idea-collect-title = Scrivi per qualcuno
idea-collect-lead = Una persona parla, tu scrivi. Conserviamo le sue parole, non chi è.
idea-collect-text = Che cosa dice
idea-collect-text-hint = Con le sue parole. Tre domande che aiutano: che cosa è difficile? Che cosa ti aiuterebbe? Chi ti può aiutare?
idea-collect-title-hint = Rileggilo a voce: la persona ci si riconosce?
idea-collect-channel = Come l’hai raccolta
idea-collect-contributor = Chi parla
idea-collect-say-title = Di’ alla persona
idea-collect-say = «Scrivo quello che mi dici e, dopo un controllo, tutti lo potranno leggere. Il tuo nome non c’è. Ti do un foglietto con un codice: con quello puoi cambiare idea quando vuoi.»
idea-collect-consent = La persona è d’accordo
idea-collect-consent-hint = Gliel’ho detto a voce e ha detto di sì.
idea-collect-submit = Salva e dai il codice
idea-collect-done = Voce registrata
idea-collect-done-lead = Dai questo codice alla persona: su un foglietto, o stampando la pagina.
idea-collect-done-hint = Serve a sapere com’è andata o a ritirare quello che ha detto.
idea-collect-another = Scrivi per un’altra persona
idea-collect-back = Torna al percorso
