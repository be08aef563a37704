workday-state-prepared = In preparazione
workday-state-rules-frozen = Regole fissate
workday-state-open = Voto aperto
workday-state-closed = Voto chiuso
workday-state-counted = Schede contate
workday-state-published = Risultato pubblicato
workday-state-annulled = Annullata

workday-day-not-found = Questa giornata non c'è. Controlla l'indirizzo o torna all'elenco delle giornate.
workday-project-not-found = Questo progetto non è più nella giornata. Ricarica la pagina per vedere l'elenco di adesso.
workday-slug-taken = C'è già una giornata con l'indirizzo «{ $slug }». Scrivine un altro.
workday-code-taken = C'è già un progetto con il codice { $code }. Dagliene un altro.
workday-cannot-edit = Le regole sono fissate: giornata e progetti non si possono più cambiare. Se c'è un errore, annulla la giornata con un motivo e preparane un'altra.
workday-cannot-freeze = Le regole si fissano una volta sola, mentre la giornata è in preparazione.
workday-cannot-open = Il voto si apre una volta sola, dopo aver fissato le regole. Fissa prima le regole.
workday-cannot-close = Si può chiudere soltanto un voto aperto.
workday-cannot-count = Le schede si contano una volta sola, dopo la chiusura del voto. Chiudi prima il voto.
workday-cannot-publish = Il risultato si pubblica una volta sola, dopo aver contato le schede. Conta prima le schede.
workday-cannot-annul = Questa giornata è già annullata.
workday-no-project = Non c'è nessun progetto da votare. Aggiungine almeno uno, poi fissa le regole.
workday-budget-missing = Manca il budget. Scrivi quanti euro si possono spendere, poi fissa le regole.
workday-cost-missing = Il progetto { $code } non ha un costo. Scrivi un costo maggiore di zero, poi fissa le regole.
workday-reason-missing = Scrivi perché annulli la giornata: il motivo sarà pubblico.
workday-wrong-code = Questo codice non apre nessun voto. Ricontrolla lettere e numeri, o chiedi a chi conduce la giornata.
workday-personal-code-needed = Per questo voto serve il tuo codice personale. Chiedilo all'ingresso.
workday-unknown-voter = Non ti riconosciamo più. Entra di nuovo con il codice.
workday-not-open-yet = Il voto non è ancora aperto. Resta su questa pagina: si apre tra poco.
workday-vote-closed = Il voto è chiuso: questa scheda non è stata registrata. Vale l'ultima che hai inviato prima della chiusura.
workday-day-annulled = Questa giornata è stata annullata. Il motivo è scritto sulla sua pagina.
workday-not-on-ballot = Il progetto { $code } non è tra quelli da votare. Ricarica la pagina e scegli di nuovo.
workday-submission-reused = Questa scheda era già arrivata con altre scelte. Ricarica la pagina, controlla le tue scelte e invia di nuovo.
workday-rules-changed = Le regole registrate non sono più quelle fissate prima del voto. Non contare: avvisa il comitato di garanzia.
workday-no-result = Il risultato non c'è ancora. Sarà qui quando le schede saranno contate e il risultato pubblicato.
workday-invalid = { $n ->
    [one] C'è un campo da correggere.
   *[other] Ci sono { $n } campi da correggere.
}
workday-count-failed = Non è stato possibile contare. Nessuna scheda è andata persa: riprova, e se succede ancora avvisa chi cura il programma.
workday-store-failed = Qualcosa non ha funzionato e niente è stato salvato. Riprova tra poco.

workday-field-required = Questo campo serve: scrivi qualcosa.
workday-field-slug = Usa lettere minuscole senza accenti, numeri e trattini.
workday-field-code = Usa al massimo 20 tra lettere senza accenti, numeri e trattini.
workday-field-negative = L'importo non può essere negativo.
workday-field-level = Scegli tra 0 (codice della sala) e 1 (codice personale).
