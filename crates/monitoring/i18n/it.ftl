monitoring-status-late-data = Dato in ritardo
monitoring-status-no-data = Dato mancante
monitoring-status-behind = Indietro rispetto al previsto
monitoring-status-on-track = In linea con il previsto
monitoring-status-reached = Raggiunto
monitoring-field-day = Scrivi di quale giorno è la misura, per esempio 31/12/2026.
monitoring-field-day-future = Il giorno è nel futuro: una misura è sempre di oggi o di prima.
monitoring-field-day-before-start = Il giorno viene prima di quello del valore di partenza. Controllalo.
monitoring-field-value = Scrivi il valore, oppure numeratore e denominatore.
monitoring-field-value-size = Il numero è troppo grande. Controllalo.
monitoring-field-value-ratio = Il valore non corrisponde a numeratore e denominatore. Correggine uno, o lascia vuoto il valore: lo calcoliamo noi.
monitoring-field-numerator = Scrivi anche il numeratore, o togli il denominatore.
monitoring-field-denominator = Scrivi anche il denominatore, o togli il numeratore.
monitoring-field-denominator-zero = Il denominatore deve essere più grande di zero.
monitoring-error-invalid = Alcuni campi sono da correggere: trovi accanto a ognuno che cosa fare.
monitoring-error-not-found = Questa misura non c’è. Torna all’elenco.
monitoring-error-day-taken = Per questo giorno c’è già una misura: se è sbagliata, correggi quella.
monitoring-error-already-corrected = Questa misura è già stata corretta: correggi quella più recente.
monitoring-error-reason = Scrivi perché correggi la misura: chi legge ha diritto di saperlo.
monitoring-error-store = Qualcosa non ha funzionato e nulla è stato salvato. Riprova tra poco.

## pages
nav-monitoring = A che punto siamo
monitoring-desk-name = Misure
monitoring-desk-text = Scrivi i numeri che servono oggi e correggi quelli sbagliati.
monitoring-desk-lead = I numeri da rilevare, quelli in ritardo per primi.
monitoring-desk-none = Ancora niente da misurare
monitoring-desk-none-text = Le misure cominciano quando l’Agenda è pubblicata, con i suoi indicatori.
monitoring-desk-caption = Indicatori dell’Agenda pubblicata
monitoring-late-n = { $n ->
    [one] { $n } misura è in ritardo
   *[other] { $n } misure sono in ritardo
  }
monitoring-late-text = Finché manca il numero, chi legge vede che manca. Le trovi in cima.
monitoring-late-none = Nessuna misura in ritardo.
monitoring-when = Quando serve
monitoring-agenda-lead = Che cosa cambierà, entro quando, e come si vedrà.
monitoring-see-now = Vedi che cosa succede adesso
monitoring-where = A che punto siamo
monitoring-mean = Strada fatta, in media
monitoring-anybody = Tutti
monitoring-anywhere = Tutto il territorio
monitoring-actions-n = { $n ->
    [0] Nessuna azione
    [one] { $n } azione
   *[other] { $n } azioni
  }
monitoring-actions-none = Nessuna azione con questi filtri
monitoring-actions-none-text = Prova a cercare per tutti, o in tutto il territorio.
monitoring-actions-all = Vedi tutte le azioni
monitoring-term-empty = Nessuna azione in questo termine.
monitoring-term-short = Breve termine
monitoring-term-medium = Medio termine
monitoring-term-beyond = Oltre i tre anni
monitoring-dates = Le azioni con le loro date
monitoring-download = Scarica
monitoring-download-pdf = L’Agenda in PDF, accessibile
monitoring-download-actions = Le azioni:
monitoring-download-indicators = Gli indicatori:
monitoring-indicators = Indicatori
monitoring-action-old = Questa azione non è più nell’Agenda in vigore
monitoring-thread = Da dove viene e dove è arrivata
monitoring-what-is-it = Che cosa misura e come
monitoring-whole-agenda = Leggi tutta l’Agenda
monitoring-readings-of = Misure di «{ $x }»
monitoring-day = Giorno
monitoring-value = Valore
monitoring-evidence = Da dove viene
monitoring-notes = Note
monitoring-recorded = Scritta
monitoring-latest = Ultima misura
monitoring-target = Valore atteso
monitoring-how-far = Quanta strada
monitoring-lead = Stiamo facendo quello che abbiamo promesso? Qui lo vedi, anche quando non va bene.
monitoring-none = Non c’è ancora una promessa da seguire
monitoring-none-text = Quando l’Agenda sarà pubblicata, qui vedrai azione per azione se si sta facendo.
monitoring-today = Oggi, { $x }
monitoring-no-indicators = L’Agenda non ha ancora indicatori.
monitoring-sentence = { $n ->
    [one] Un indicatore: { $parts }.
   *[other] { $n } indicatori: { $parts }.
  }
monitoring-count-late = { $n ->
    [one] { $n } con il dato in ritardo
   *[other] { $n } con il dato in ritardo
  }
monitoring-count-no-data = { $n ->
    [one] { $n } senza dati
   *[other] { $n } senza dati
  }
monitoring-count-behind = { $n ->
    [one] { $n } indietro
   *[other] { $n } indietro
  }
monitoring-count-on-track = { $n ->
    [one] { $n } in linea
   *[other] { $n } in linea
  }
monitoring-count-reached = { $n ->
    [one] { $n } raggiunto
   *[other] { $n } raggiunti
  }
monitoring-counts = Gli indicatori, per come stanno
monitoring-counts-text = Un dato che manca non è mai contato come buono.
monitoring-one-by-one = Azione per azione
monitoring-order = Prima quelle con un numero in ritardo o che manca.
monitoring-progress = Fatto il { $done } % della strada dal valore di partenza a quello atteso; a quel giorno se ne prevedeva il { $asked } %.
monitoring-no-reading = Ancora nessuna misura.
monitoring-no-readings = Ancora nessuna misura
monitoring-no-readings-text = La prima comparirà qui con il suo giorno e la sua fonte.
monitoring-due = Prossima misura entro il { $x }.
monitoring-overdue = { $n ->
    [one] Doveva arrivare entro il { $day }: { $n } giorno di ritardo.
   *[other] Doveva arrivare entro il { $day }: { $n } giorni di ritardo.
  }
monitoring-caption = { $status }. Ultima misura: { $latest }. Valore atteso: { $target }.
monitoring-ratio = { $n } su { $d }
monitoring-of-action = Fa parte di
monitoring-see-action = Vedi l’azione
monitoring-history = Tutte le misure, anche quelle corrette
monitoring-corrected = corretta
monitoring-corrects = Correzione: { $x }
monitoring-provisional = da convalidare
monitoring-validate = Convalida o correggi
monitoring-correct = Correggi
monitoring-new = Nuova misura
monitoring-record = Registra la misura
monitoring-no-entry = Questo indicatore ora non prende misure: è chiuso, o gli manca qualcosa per essere misurato.
monitoring-expected = Il cammino previsto e quello vero
monitoring-f-day = Di quale giorno
monitoring-f-day-hint = Il giorno a cui si riferisce il numero, non quello in cui lo scrivi.
monitoring-f-value = Valore
monitoring-f-value-hint = Solo il numero, per esempio 4.875 o 12,5.
monitoring-f-ratio = È un rapporto? Scrivi i due numeri e lo calcoliamo noi
monitoring-f-numerator = Numeratore
monitoring-f-numerator-hint = Per esempio: domande arrivate online.
monitoring-f-denominator = Denominatore
monitoring-f-denominator-hint = Per esempio: domande arrivate in tutto.
monitoring-f-evidence = Da dove viene
monitoring-f-evidence-hint = Il registro, il questionario, l’indirizzo. Se lo lasci vuoto, vale la fonte dell’indicatore.
monitoring-f-comment = Nota
monitoring-f-comment-hint = Che cosa deve sapere chi legge il numero.
monitoring-f-provisional = È un dato provvisorio
monitoring-f-provisional-hint = Non sarà pubblico né conterà finché non lo convalidi.
monitoring-f-reason = Perché la correggi
monitoring-f-reason-hint = Lo leggono tutti, accanto al numero.
monitoring-correction = Correggi una misura
monitoring-correction-lead = La misura sbagliata resta leggibile: la nuova prende il suo posto, con il motivo.
monitoring-correction-old = Quella di adesso
monitoring-correct-save = Salva la correzione
done-monitoring-recorded = Misura registrata.
done-monitoring-corrected = Misura corretta: la precedente resta leggibile.
monitoring-progress-short = { $done } %; previsto { $asked } %
monitoring-one-by-one-caption = Tutti gli indicatori, sotto la loro azione
