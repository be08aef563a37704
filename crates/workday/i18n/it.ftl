workday-state-prepared = In preparazione
workday-state-rules-frozen = Regole fissate
workday-state-open = Voto aperto
workday-state-closed = Voto chiuso
workday-state-counted = Schede contate
workday-state-published = Risultato pubblicato
workday-state-annulled = Annullata

workday-day-not-found = Questa giornata non c’è. Controlla l’indirizzo o torna all’elenco delle giornate.
workday-project-not-found = Questo progetto non è più nella giornata. Ricarica la pagina per vedere l’elenco di adesso.
workday-slug-taken = C’è già una giornata con l’indirizzo «{ $slug }». Scrivine un altro.
workday-code-taken = C’è già un progetto con il codice { $code }. Dagliene un altro.
workday-cannot-edit = Le regole sono fissate: giornata e progetti non si possono più cambiare. Se c’è un errore, annulla la giornata con un motivo e preparane un’altra.
workday-cannot-freeze = Le regole si fissano una volta sola, mentre la giornata è in preparazione.
workday-cannot-open = Il voto si apre una volta sola, dopo aver fissato le regole. Fissa prima le regole.
workday-cannot-close = Si può chiudere soltanto un voto aperto.
workday-cannot-count = Le schede si contano una volta sola, dopo la chiusura del voto. Chiudi prima il voto.
workday-cannot-publish = Il risultato si pubblica una volta sola, dopo aver contato le schede. Conta prima le schede.
workday-cannot-annul = Questa giornata è già annullata.
workday-no-project = Non c’è nessun progetto da votare. Aggiungine almeno uno, poi fissa le regole.
workday-budget-missing = Manca il budget. Scrivi quanti euro si possono spendere, poi fissa le regole.
workday-cost-missing = Il progetto { $code } non ha un costo. Scrivi un costo maggiore di zero, poi fissa le regole.
workday-reason-missing = Scrivi perché annulli la giornata: il motivo sarà pubblico.
workday-wrong-code = Questo codice non apre nessun voto. Ricontrolla lettere e numeri, o chiedi a chi conduce la giornata.
workday-personal-code-needed = Per questo voto serve il tuo codice personale. Chiedilo all’ingresso.
workday-unknown-voter = Non ti riconosciamo più. Entra di nuovo con il codice.
workday-not-open-yet = Il voto non è ancora aperto. Resta su questa pagina: si apre tra poco.
workday-vote-closed = Il voto è chiuso: questa scheda non è stata registrata. Vale l’ultima che hai inviato prima della chiusura.
workday-day-annulled = Questa giornata è stata annullata. Il motivo è scritto sulla sua pagina.
workday-not-on-ballot = Il progetto { $code } non è tra quelli da votare. Ricarica la pagina e scegli di nuovo.
workday-submission-reused = Questa scheda era già arrivata con altre scelte. Ricarica la pagina, controlla le tue scelte e invia di nuovo.
workday-rules-changed = Le regole registrate non sono più quelle fissate prima del voto. Non contare: avvisa il comitato di garanzia.
workday-no-result = Il risultato non c’è ancora. Sarà qui quando le schede saranno contate e il risultato pubblicato.
workday-invalid = { $n ->
    [one] C’è un campo da correggere.
   *[other] Ci sono { $n } campi da correggere.
}
workday-count-failed = Non è stato possibile contare. Nessuna scheda è andata persa: riprova, e se succede ancora avvisa chi cura il programma.
workday-store-failed = Qualcosa non ha funzionato e niente è stato salvato. Riprova tra poco.

workday-field-required = Questo campo serve: compilalo.
workday-field-slug = Usa lettere minuscole senza accenti, numeri e trattini.
workday-field-code = Usa al massimo 20 tra lettere senza accenti, numeri e trattini.
workday-field-negative = L’importo non può essere negativo.
workday-field-level = Scegli tra 0 (codice della sala) e 1 (codice personale).

workday-idea-not-admitted = L’idea «{ $title }» non è tra quelle ammesse al voto. Toglila dal progetto, o falla ammettere prima di fissare le regole.
workday-idea-elsewhere = L’idea «{ $title }» è già al voto in un’altra giornata. Aspetta che finisca, o toglila dal progetto.
workday-field-reserved = Questa parola serve già a un’altra pagina: scrivine una diversa.

## menu e scrivania
nav-days = Giornate
desk-days = Giornate di lavoro
desk-days-text = Prepara i progetti, apri e chiudi il voto, conta le schede e pubblica il risultato.

## fatto
done-day-created = La giornata c’è. Adesso aggiungi i progetti.
done-day-saved = Modifiche salvate.
done-day-project-added = Progetto aggiunto.
done-day-project-saved = Progetto salvato.
done-day-project-removed = Progetto tolto dalla giornata.
done-day-frozen = Regole fissate: la giornata è pubblica e le persone possono entrare.
done-day-opened = Il voto è aperto.
done-day-closed = Il voto è chiuso. Adesso conta le schede.
done-day-counted = Schede contate. Controlla il risultato, poi pubblicalo.
done-day-published = Il risultato è pubblico. Chi aveva proposto le idee sa com’è andata.
done-day-annulled = La giornata è annullata e il motivo è pubblico.
done-day-joined = Sei dentro: ora questo telefono può votare.
done-day-left = Fatto: questo telefono non ricorda più chi ha votato. Le schede inviate restano.

## elenco
day-list-title = Giornate di lavoro
day-list-lead = I giorni in cui si sceglie insieme che cosa fare con i soldi che ci sono.
day-list-count = { $n ->
    [one] Una giornata
   *[other] { $n } giornate
}
day-list-empty = Nessuna giornata, per ora
day-list-empty-text = Quando ne sarà fissata una, qui troverai quando, dove e come partecipare.
day-list-next = Le prossime
day-list-past = Quelle passate

## giornata
day-when = Quando
day-where = Dove
day-budget = Soldi da decidere insieme
day-ballots = schede arrivate
day-ballots-fact = Schede arrivate
day-present-fact = Persone entrate
day-present = persone entrate
day-come = Come venire
day-access = Orari e come partecipare
day-projects = I progetti
day-projects-lead = Questi sono i progetti tra cui scegliere, con il loro costo.
day-project-from = Nasce da:
day-costs = Costa
day-chosen = Scelto
day-not-chosen = Non scelto
day-how-title = Come si decide
day-seal-title = Le regole sono sigillate: come controllarle
day-seal-text = Progetti, costi, soldi e regole sono fissati prima del voto. L’impronta qui sotto cambierebbe se qualcuno toccasse anche una sola cifra; al momento del conteggio si controlla di nuovo.
day-rules-hash = Impronta delle regole
day-tie-order = Ordine per le parità
day-annulled-because = La giornata è stata annullata. Ecco perché
day-act-vote = Vota
day-act-vote-title = Il voto è aperto
day-act-vote-text = Serve il codice che vedi in sala, o quello che ti hanno dato all’ingresso.
day-act-join = Entra con il codice
day-act-join-title = Prepara il telefono
day-act-join-text = Puoi entrare già adesso. Quando il voto si apre, la scheda compare da sola.
day-act-results = Guarda il risultato
day-act-results-title = Ecco che cosa è stato scelto
day-act-results-text = I progetti scelti, perché sì e perché no, e come ricontare.

day-now-prepared = La giornata è in preparazione: la vede solo chi la prepara.
day-now-rules-frozen = Progetti e regole sono fissati. Il voto non è ancora aperto.
day-now-open = Il voto è aperto adesso.
day-now-closed = Il voto è chiuso. Si contano le schede.
day-now-counted = Le schede sono contate. Il risultato sta per essere pubblicato.
day-now-published = Il risultato è pubblico.
day-now-annulled = La giornata non vale: è stata annullata.

day-how-voters-room = Vota chi è in sala, con il codice mostrato sullo schermo.
day-how-voters-personal = Vota chi ha ricevuto il codice personale all’ingresso: un codice, una scheda.
day-how-ballot = Ognuno approva tutti i progetti che vorrebbe vedere fatti. Finché il voto è aperto può cambiare: vale l’ultima scheda.
day-how-equal-shares = I soldi ({ $budget }) si dividono in parti uguali tra chi vota: con 100 votanti, { $share } a testa. Un progetto passa quando chi lo approva riesce a pagarlo mettendo insieme le proprie parti. Così anche un gruppo piccolo può ottenere qualcosa.
day-how-add-one-utilitarian = Se avanzano soldi, le parti crescono un poco alla volta finché ci si sta; quello che resta ancora va ai progetti con più voti.
day-how-add-one = Se avanzano soldi, le parti crescono un poco alla volta finché ci si sta. Il resto non si spende.
day-how-utilitarian = Se avanzano soldi, vanno ai progetti con più voti tra quelli che ci stanno.
day-how-none = Se avanzano soldi, restano da parte.
day-how-greedy = Si parte dal progetto con più voti e si va avanti finché bastano i soldi ({ $budget }). Un progetto che non ci sta più si salta.
day-how-tie-cost = In caso di parità passa il progetto che costa meno, poi quello con più voti.
day-how-tie-votes = In caso di parità passa il progetto con più voti, poi quello che costa meno.
day-how-tie-order = In caso di parità decide l’ordine pubblicato.
day-how-order-drawn = Se la parità resta, vale un ordine estratto a sorte quando si fissano le regole, prima del voto.
day-how-order-code = Se la parità resta, vale l’ordine dei codici dei progetti.
day-how-order-listed = Se la parità resta, vale l’ordine in cui i progetti sono elencati.
day-how-both = Accanto mostriamo sempre che cosa avrebbe scelto l’altra regola, e pubblichiamo le schede senza nomi perché chiunque possa ricontarle.

## voto
day-join-title = Entra e vota
day-join = Entra
day-join-code = Il tuo codice
day-join-code-hint-room = Lettere e numeri che vedi sullo schermo della sala. Maiuscole e spazi non contano.
day-join-code-hint-personal = È scritto sul foglietto che ti hanno dato all’ingresso. Maiuscole e spazi non contano.
day-join-code-hint-any = Le lettere e i numeri che vedi sullo schermo della sala, o sul foglietto che ti hanno dato. Maiuscole e spazi non contano.
day-join-any = Il codice porta alla giornata giusta.
day-join-open = Il voto è aperto: appena entri trovi la scheda.
day-join-early = Il voto non è ancora aperto: entra, e la scheda comparirà da sola.
day-secret-title = Il voto è segreto?
day-secret-text = Sì. Non chiediamo nome né account. La scheda è legata a un numero a caso che resta su questo telefono: nessuno può sapere che cosa hai scelto, nemmeno chi gestisce il programma da queste pagine.
day-too-many-codes = { $n ->
    [one] Troppi codici sbagliati da questa rete. Aspetta un secondo e riprova.
   *[other] Troppi codici sbagliati da questa rete. Aspetta { $n } secondi e riprova.
}
day-ballot-title = La tua scheda
day-ballot-lead = Segna tutti i progetti che vorresti vedere fatti, poi invia.
day-ballot-lead-changing = La tua scheda è già arrivata. Se cambi qualcosa, vale la nuova.
day-ballot-legend = Che cosa vorresti vedere fatto?
day-ballot-hint = Puoi segnarne quanti vuoi, anche se insieme costano più di { $x }: a far tornare i conti pensa la regola.
day-ballot-send = Invia la scheda
day-ballot-change = Invia la scheda cambiata
day-live-on = Collegato
day-live-off = Collegamento in corso…
day-live-changed = La giornata è andata avanti.
day-live-reload = Ricarica la pagina
day-wait-title = Ci siamo quasi
day-wait-text = Sei dentro. Resta su questa pagina: la scheda compare appena il voto si apre.
day-wait-reload = Controlla adesso
day-wait-projects = Guarda i progetti
day-wait-closed-title = Il voto è chiuso
day-wait-closed = Non arrivano più schede. Il risultato sarà pubblicato qui.
day-wait-closed-voted = La tua scheda è tra quelle arrivate. Il risultato sarà pubblicato qui.
day-wait-published-title = Il risultato è pubblico
day-wait-published = Le schede sono state contate.
day-wait-annulled-title = Giornata annullata
day-see-receipt = La tua ricevuta
day-back = Torna alla giornata
day-leave = Fai votare un’altra persona
day-shared-title = Un telefono in due?
day-shared-text = Passalo pure: la tua scheda resta, e chi vota dopo di te non vede che cosa hai scelto. Una persona, una scheda.
day-receipt-title = Fatto, la tua scheda è arrivata
day-receipt-lead = È registrata e conta. Tieni questo codice: è la tua ricevuta.
day-receipt-label = La tua ricevuta
day-receipt-hint = Fotografala o copiala. Dice che la scheda c’è, non che cosa hai scelto.
day-receipt-open = Finché il voto è aperto puoi cambiare idea: la nuova scheda prende il posto di questa e avrà un’altra ricevuta.
day-receipt-change = Cambia la scheda
day-receipt-closed = Con la ricevuta puoi controllare in ogni momento che la tua scheda sia tra quelle contate.
day-check-title = Controlla la tua ricevuta
day-check-lead = Scrivi il codice che hai avuto dopo il voto: ti diciamo se la tua scheda è tra quelle che contano.
day-check-label = Ricevuta
day-check-hint = Dieci lettere e numeri. Maiuscole e spazi non contano.
day-check = Controlla
day-check-empty = Scrivi il codice della ricevuta: sono dieci lettere e numeri.
day-check-yes = La scheda c’è
day-check-yes-text = La scheda con questa ricevuta è tra quelle che contano.
day-check-no = Nessuna scheda che conta ha questa ricevuta
day-check-no-text = Ricontrolla lettere e numeri. Se hai inviato più di una scheda, vale solo la ricevuta dell’ultima.

## risultati
day-results-title = Risultato del voto
day-results-lead = { $n ->
    [one] È stato scelto un progetto.
   *[other] Sono stati scelti { $n } progetti.
}
day-results-lead-none = Nessun progetto è stato scelto.
day-no-results = Il risultato non c’è ancora
day-no-results-text = Sarà in questa pagina appena le schede saranno contate e il risultato pubblicato.
day-preview-title = Non è ancora pubblico
day-preview-text = Questa pagina la vedi tu perché conduci o controlli la giornata. Stato: { $x }.
day-stat-chosen = progetti scelti
day-stat-ballots = schede contate
day-stat-spent = spesi su { $x }
day-stat-without = votanti senza nessun progetto tra i loro
day-chosen-title = I progetti scelti
day-why-title = Perché sì, perché no
day-why-lead = La regola che decide è: { $x }. Per ogni progetto, quante persone lo hanno approvato e il motivo.
day-result-votes = { $n ->
    [0] Nessuna approvazione su { $of } schede · costa { $cost }.
    [one] Una approvazione su { $of } schede · costa { $cost }.
   *[other] { $n } approvazioni su { $of } schede · costa { $cost }.
}
day-rule-equal-shares = Quote uguali
day-rule-greedy = Più voti prima
day-decides = decide
day-compare-title = Le due regole a confronto
day-compare-differs = Le due regole non scelgono le stesse cose: nella tabella vedi dove cambiano.
day-compare-same = Le due regole scelgono gli stessi progetti.
day-compare-caption = Progetti scelti da ciascuna regola
day-project = Progetto
day-cost = Costo
day-approvals = Approvazioni
day-yes = Sì
day-no = No
day-different = diverso
day-other-why = Che cosa avrebbe fatto l’altra regola ({ $x }) e perché
day-money-title = Come sono stati usati i soldi
day-money-caption = I progetti nell’ordine in cui sono stati scelti
day-money-none = Non è stato speso niente.
day-money-left = Restano { $x }.
day-round = Turno
day-left = Restano
day-ties-title = Parità incontrate
day-ties-none = Nessuna: la regola ha sempre deciso da sola.
day-tie-by-cost = Al turno { $round } erano pari: { $tied }. È passato «{ $winner }», che costa meno.
day-tie-by-votes = Al turno { $round } erano pari: { $tied }. È passato «{ $winner }», che ha più voti.
day-tie-by-order = Al turno { $round } erano pari: { $tied }. Ha deciso l’ordine pubblicato prima del voto: è passato «{ $winner }».
day-part-title = Chi ha partecipato
day-part-present = { $n ->
    [one] Una persona è entrata con un codice.
   *[other] { $n } persone sono entrate con un codice.
}
day-part-ballots = { $n ->
    [0] Nessuna scheda è arrivata.
    [one] Una scheda è arrivata.
   *[other] { $n } schede sono arrivate.
}
day-part-without = { $n ->
    [0] Tutti hanno almeno un progetto scelto tra quelli che avevano approvato.
    [one] Una persona non ha nessun progetto scelto tra quelli che aveva approvato.
   *[other] { $n } persone non hanno nessun progetto scelto tra quelli che avevano approvato.
}
day-part-empty = { $n ->
    [0] Nessuna scheda era in bianco.
    [one] Una scheda era in bianco.
   *[other] { $n } schede erano in bianco.
}
day-part-levels = Con il codice della sala: { $room }. Con un codice personale: { $personal }.
day-verify-title = Controlla tu
day-verify-text = Ecco le schede senza nomi, una per riga, mescolate: con lo stesso file e le stesse regole chiunque ottiene lo stesso risultato.
day-file-pb = Schede per ricontare (.pb)
day-file-json = Le stesse in JSON
day-hashes-title = Impronte e data del conteggio
day-counted-at = Contate il
day-record-hash = Impronta del verbale del conteggio
day-ballots-hash = Impronta di regole e schede

day-why-chosen-by-votes = { $n ->
    [one] Scelto: lo ha approvato una persona e, quando è toccato a lui, i soldi bastavano.
   *[other] Scelto: lo hanno approvato in { $n } e, quando è toccato a lui, i soldi bastavano.
}
day-why-chosen-free = Scelto: non costa niente e qualcuno lo ha approvato.
day-why-chosen-shares = Scelto: chi lo ha approvato lo ha pagato con la propria parte, al massimo { $most } a testa.
day-why-chosen-completion = Scelto con i soldi avanzati: alle parti di chi lo ha approvato mancavano { $short }, ma aveva più voti degli altri che ci stavano.
day-why-no-support = Non scelto: nessuno lo ha approvato.
day-why-money-short = Non scelto: costa { $cost } e a chi lo ha approvato restavano in tutto { $held }. Mancavano { $short }.
day-why-does-not-fit = Non scelto: costa { $cost } e, quando è toccato a lui, restavano { $left }. Mancavano { $short }.
day-why-shares-do-not-fit = Non scelto: alle parti di chi lo ha approvato mancavano { $short }, e i soldi avanzati ({ $left }) erano meno del suo costo ({ $cost }).
day-why-change = sarebbe stato scelto costando { $less } in meno.
day-why-change-votes = { $n ->
    [one] sarebbe stato scelto costando { $less } in meno, o con un’approvazione in più.
   *[other] sarebbe stato scelto costando { $less } in meno, o con { $n } approvazioni in più.
}
day-idea-not-chosen = La tua idea era nel progetto «{ $project }», votato nella giornata «{ $day }». { $why }
day-idea-annulled = La giornata «{ $day }», in cui questa idea era al voto, è stata annullata: { $why }

## schermo
day-screen-title = Schermo della sala
day-screen-join = Entra con il telefono
day-screen-address = Inquadra il quadrato, oppure scrivi:
day-screen-personal = Usa il codice personale che ti hanno dato all’ingresso.
day-screen-code = Codice della sala
day-screen-open = Si vota adesso
day-screen-closed = Il voto è chiuso
day-screen-closed-text = Adesso contiamo le schede.
day-screen-chosen = Ecco che cosa abbiamo scelto
day-screen-link = Apri lo schermo della sala
day-qr-label = Codice quadrato da inquadrare per votare
day-qr-text = Inquadra per votare

## console
day-desk-lead = Ogni giornata si prepara, si fissa, si vota, si conta e si pubblica: un passo alla volta.
day-desk-lead-checker = Le giornate con le schede contate: controlla il risultato e scarica le schede per ricontare.
day-desk-empty = Nessuna giornata, per ora
day-desk-empty-text = Creane una: bastano un titolo, il giorno e il posto. Il resto si aggiunge con calma.
day-desk-none-counted = Niente da controllare, per ora
day-desk-none-counted-text = Quando una giornata avrà le schede contate, la troverai qui.
day-new = Nuova giornata
day-new-title = Nuova giornata
day-edit-title = Modifica la giornata
day-next-step = Il prossimo passo
day-before-freezing = Prima di fissare le regole
day-freeze = Fissa le regole
day-freeze-title = Fissare le regole
day-freeze-text = Progetti, costi, soldi e regole vengono sigillati con un’impronta. La giornata diventa pubblica e le persone possono entrare con il codice.
day-freeze-warning = Dopo non si cambia più niente, nemmeno una virgola. Se trovi un errore potrai solo annullare la giornata, con un motivo pubblico. Chi ha proposto le idee riceve la notizia che sono al voto.
day-open = Apri il voto
day-open-title = Aprire il voto
day-open-text = Da questo momento le schede arrivano e contano. Chi è già entrato vede comparire la scheda.
day-open-warning = Il voto si apre una volta sola.
day-close = Chiudi il voto
day-close-title = Chiudere il voto
day-close-text = Da questo momento non arrivano più schede. Valgono quelle arrivate finora.
day-close-warning = Un voto chiuso non si riapre. Chiedi in sala se qualcuno sta ancora votando.
day-count = Conta le schede
day-count-title = Contare le schede
day-count-text = Le schede vengono contate con tutte e due le regole. Il risultato lo vedi tu e lo vedono i garanti: non è ancora pubblico.
day-count-warning = Si conta una volta sola, e il verbale del conteggio resta registrato con la sua impronta.
day-publish = Pubblica il risultato
day-publish-title = Pubblicare il risultato
day-publish-text = Tutti vedono i progetti scelti, i motivi e le schede senza nomi per ricontare.
day-publish-warning = Un risultato pubblicato non si ritira. Chi ha proposto le idee riceve la notizia di com’è andata e perché.
day-annul = Annulla la giornata
day-annul-title = Annullare la giornata
day-annul-text = La giornata non vale più. Quello che è successo resta registrato, e le idee possono tornare al voto un altro giorno.
day-annul-warning = Una giornata annullata non si riprende. Il motivo che scrivi sarà pubblico.
day-annul-reason = Perché la annulli?
day-annul-reason-hint = Scrivilo come lo diresti alle persone in sala.
day-cannot-undo = Non si torna indietro
day-not-now = Non adesso
day-back-console = Torna alla giornata
day-back-desk = Torna alle giornate
day-done-kicker = Finito
day-done-text = La giornata è conclusa. I progetti scelti possono diventare azioni dell’Agenda.
day-enter-title = Come si entra
day-room-code-hint = Mostralo solo in sala: chi lo conosce può votare.
day-line-title = A che punto siamo
day-no-projects = Nessun progetto, per ora
day-no-projects-text = Parti dalle idee ammesse qui sotto, oppure scrivi un progetto da zero.
day-projects-count = { $n ->
    [one] Un progetto da votare
   *[other] { $n } progetti da votare
}
day-code = Codice
day-ideas = Idee
day-no-idea = scritto a mano
day-do = Azioni
day-edit = Modifica
day-remove = Togli il progetto
day-total = Tutti insieme
day-cost-missing = manca
day-project-new = Scrivi un progetto
day-admitted-title = Idee ammesse, non ancora in un progetto
day-admitted-none = Nessuna idea ammessa aspetta un progetto.
day-admitted-text = Segna un’idea per farne un progetto. Se più idee dicono la stessa cosa, segnale insieme: diventano un progetto solo e tutte lo sapranno.
day-idea-read = leggi l’idea
day-make-project = Fai un progetto con le idee segnate
day-rules-title = Regole
day-budget-none = da scrivere
day-path = Percorso
day-preview-link = Guarda il risultato e ricontrolla
day-public-page = Pagina pubblica

## moduli
day-form-lead = Puoi cambiare tutto finché non fissi le regole.
day-form-no-path = Prima serve un percorso
day-form-no-path-text = Una giornata fa parte di un percorso partecipativo. Creane uno, poi torna qui.
day-choose = Scegli
day-title = Titolo
day-title-hint = Per esempio: Come usiamo 185.000 euro per gli anziani?
day-where-hint = Il nome del posto e l’indirizzo.
day-access-hint = Una riga per ogni cosa: a che ora, come si entra senza gradini, interprete LIS, spazio per i bambini, chi chiamare.
day-budget-hint = Puoi scriverlo anche dopo, ma serve prima di fissare le regole.
day-rules-lead = Le scelte già segnate vanno bene quasi sempre.
day-level = Chi può votare
day-level-room = Chi è in sala
day-level-room-hint = Un codice uguale per tutti, mostrato sullo schermo. Semplice, ma chi vuole può votare due volte.
day-level-personal = Chi ha un codice personale
day-level-personal-hint = Un foglietto con il suo codice per ogni persona: un codice, una scheda.
day-official = La regola che decide
day-official-hint = L’altra si mostra accanto, per confronto.
day-rule-equal-shares-hint = I soldi si dividono in parti uguali tra chi vota. Anche un gruppo piccolo può ottenere un progetto.
day-rule-greedy-hint = Si finanziano i progetti con più voti finché ci sono soldi. Una maggioranza compatta può prendere tutto.
day-details-title = Dettagli: soldi che avanzano, parità, indirizzo
day-completion = Se avanzano soldi (solo con le quote uguali)
day-completion-hint = Con le quote uguali quasi sempre avanza qualcosa.
day-completion-add-one-utilitarian = Le parti crescono un poco, poi più voti prima
day-completion-add-one = Le parti crescono un poco
day-completion-utilitarian = Più voti prima
day-completion-none = Restano da parte
day-tie-rule = In caso di parità
day-tie-rule-cost = Chi costa meno, poi chi ha più voti
day-tie-rule-votes = Chi ha più voti, poi chi costa meno
day-tie-rule-order = Solo l’ordine pubblicato
day-tie-order-hint = Decide quando nient’altro distingue due progetti.
day-tie-order-drawn = Estratto a sorte quando si fissano le regole
day-tie-order-code = Per codice del progetto
day-tie-order-listed = Come nell’elenco
day-slug = Parola nell’indirizzo
day-slug-hint = Lascia vuoto: la facciamo noi dal titolo.
day-create = Crea la giornata
day-save = Salva
day-project-new-title = Nuovo progetto
day-project-edit-title = Modifica il progetto
day-project-lead = Scrivilo come lo leggerà chi vota, su un telefono.
day-project-title = Titolo
day-project-summary = Che cosa si fa
day-project-summary-hint = Poche righe: per chi, dove, che cosa cambia.
day-cost-hint = Quanto costa in tutto, in euro.
day-code-hint = Corto, come P1. Serve nei file per ricontare.
day-area = Per chi è
day-area-none = Per tutti
day-project-ideas = Da quali idee nasce
day-project-ideas-hint = Chi le ha proposte saprà che sono al voto e com’è andata.
day-project-add = Aggiungi il progetto
day-idea-used = è già nel progetto { $x }

## codici personali
day-codes-title = Codici personali
day-codes-lead = Un foglietto per ogni persona: si ritaglia e si dà in mano all’ingresso.
day-codes-not-now = I codici si fanno dopo aver fissato le regole e prima di chiudere il voto.
day-codes-optional = In questa giornata basta il codice della sala. I codici personali funzionano lo stesso, per chi vuoi essere sicuro che voti una volta sola.
day-codes-how-many = Quanti codici?
day-codes-how-many-hint = Al massimo 500 per volta. Fanne qualcuno in più delle persone attese.
day-codes-make = Fai i codici e mostrali
day-sheet-title = Foglietti da ritagliare
day-sheet-lead = { $n ->
    [one] Un codice, per una persona.
   *[other] { $n } codici, uno per persona.
}
day-sheet-once = Stampa adesso
day-sheet-once-text = I codici si vedono solo questa volta: nel programma resta solo la loro impronta. Se chiudi la pagina senza stampare, fanne altri.
day-slip-text = Un codice, una scheda. Non darlo a nessuno.
