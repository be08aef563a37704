# Moduli e rifiuti
profile-form-not-a-code = Usa solo lettere, numeri, trattino, punto: per esempio SER-01.
profile-form-not-yes-no = Scrivi sì oppure no.
profile-form-not-a-url = Scrivi l’indirizzo per intero: comincia con https://
profile-form-code-taken = Questo codice è già di un’altra scheda: scegline un altro.
profile-invalid = { $n ->
    [one] C’è un campo da correggere.
   *[other] Ci sono { $n } campi da correggere.
}
profile-not-found = Questa scheda non c’è. Forse il codice è cambiato: cercala nell’elenco.
profile-stale = Qualcuno ha cambiato questa scheda mentre la modificavi. Ricarica la pagina e ripeti le tue modifiche.

# File
profile-file-empty = Il file è vuoto. Scegli il foglio con i dati e caricalo di nuovo.
profile-file-no-rows = Il file ha solo l’intestazione, o nemmeno quella. Aggiungi almeno una riga e caricalo di nuovo.
profile-file-no-headings = La prima riga non ha intestazioni. Scrivi in alto i nomi delle colonne, per esempio «Codice» e «Nome».
profile-file-too-large = Il file supera { $n } MB. Togli immagini e fogli che non servono, oppure dividilo in più file.
profile-file-too-many-rows = Il file ha più di { $n } righe. Dividilo in più file e caricali uno dopo l’altro.
profile-file-too-many-columns = Il file ha più di { $n } colonne. Togli quelle che non servono.
profile-file-bomb = Il file, una volta aperto, supera { $n } MB. Copia i dati in un foglio nuovo e salva quello.
profile-file-broken-workbook = Il file è rovinato o incompleto. Aprilo, salvalo di nuovo come .xlsx o .ods e ricaricalo.
profile-file-old-excel = È un file Excel vecchio (.xls) o protetto da password. Salvalo come .xlsx senza password, oppure come CSV.
profile-file-not-a-table = Questo file non è una tabella. Serve un file .xlsx, .ods oppure .csv.
profile-file-huge-cell = Una cella ha più di { $n } caratteri: forse manca una virgoletta di chiusura. Controlla il file e ricaricalo.

# Colonne
profile-mapping-no-name = Manca la colonna del nome: indica quale colonna contiene il nome.
profile-mapping-twice = Due colonne sono collegate allo stesso campo: lasciane una sola.
profile-mapping-unknown-field = Una colonna è collegata a un campo che non esiste: scegline uno dell’elenco.
profile-mapping-no-such-column = Hai collegato una colonna che nel file non c’è: carica di nuovo il file.

# Importazione
profile-import-rows-wrong = { $n ->
    [one] C’è un errore nel file, e non è stato salvato niente. Correggilo e carica di nuovo il file.
   *[other] Ci sono { $n } errori nel file, e non è stato salvato niente. Correggili e carica di nuovo il file.
}
profile-import-moved = Nel frattempo qualcuno ha cambiato le schede, e non è stato salvato niente. Guarda la nuova anteprima e conferma.

# Errori di riga
profile-row-missing = Riga { $row }, colonna «{ $column }»: la cella è vuota. Scrivi il valore.
profile-row-too-long = Riga { $row }, colonna «{ $column }»: il testo supera { $n } caratteri. Accorcialo.
profile-row-not-a-code = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un codice. Usa solo lettere, numeri, trattino e punto.
profile-row-not-in-list = Riga { $row }, colonna «{ $column }»: «{ $value }» non è tra i valori ammessi. Scegli un valore dell’elenco; se sono più di uno, separali con il punto e virgola.
profile-row-not-a-day = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un giorno che esiste. Scrivilo come 31/12/2027.
profile-row-not-a-number = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un numero intero. Scrivi solo cifre.
profile-row-not-an-amount = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un importo. Scrivilo come 1.234,56.
profile-row-negative = Riga { $row }, colonna «{ $column }»: «{ $value }» è sotto zero. Scrivi zero o un numero positivo.
profile-row-too-small = Riga { $row }, colonna «{ $column }»: «{ $value }» è troppo piccolo. Il valore più basso è { $n }.
profile-row-too-large = Riga { $row }, colonna «{ $column }»: «{ $value }» è troppo grande. Il valore più alto è { $n }.
profile-row-not-yes-no = Riga { $row }, colonna «{ $column }»: «{ $value }» non è né sì né no. Scrivi sì oppure no.
profile-row-not-a-url = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un indirizzo web. Scrivilo per intero: comincia con https://
profile-row-broken-cell = Riga { $row }, colonna «{ $column }»: la formula dà l’errore «{ $value }». Correggila, o scrivi il valore.
profile-row-no-heading = Riga { $row }: nella colonna numero { $column } c’è «{ $value }», ma la colonna non ha intestazione. Dalle un nome o svuotala.
profile-row-name-without-letters = Riga { $row }, colonna «{ $column }»: «{ $value }» non ha lettere né numeri. Scrivi un nome.
profile-row-twice = Riga { $row }, colonna «{ $column }»: «{ $value }» c’è già alla riga { $n }. Tieni una riga sola, o cambia il codice.

# Nomi dei campi
profile-field-code = Codice
profile-field-name = Nome
profile-field-short-description = Descrizione breve
profile-field-easy-description = Descrizione facile da leggere
profile-field-owner = Ente titolare
profile-field-management = Gestione
profile-field-provider = Gestore
profile-field-contact-office = Ufficio referente
profile-field-areas = Aree di utenza
profile-field-siuss-area = Area SIUSS
profile-field-macro-level = Macrolivello e obiettivo
profile-field-leps = LEPS
profile-field-regional-sheets = Schede PSSR
profile-field-plan-sheets = Schede del Piano di zona
profile-field-recipients = Destinatari
profile-field-requirements = Requisiti
profile-field-means-test = Prova dei mezzi
profile-field-municipalities = Comuni coperti
profile-field-place = Luogo
profile-field-users-count = Utenti in un anno
profile-field-users-year = Anno degli utenti
profile-field-users-source = Fonte del numero di utenti
profile-field-channels = Canali
profile-field-opening-hours = Orari
profile-field-current-level = Livello di interattività attuale
profile-field-target-level = Livello di interattività obiettivo
profile-field-authentication = Autenticazione
profile-field-platforms = Piattaforme abilitanti
profile-field-software = Programma usato
profile-field-barriers = Barriere rilevate
profile-field-assistance = Assistenza disponibile
profile-field-user-cost = Costo per l’utente
profile-field-url = Pagina web
profile-field-status = Stato
profile-field-checked-on = Ultimo controllo
profile-field-checked-by = Ufficio che ha controllato
profile-field-source = Fonte
profile-field-demo = Dato dimostrativo
profile-field-demo-fields = Campi dimostrativi
profile-field-note = Nota
profile-field-acronym = Sigla
profile-field-description = Contenuto
profile-field-kind = Tipo
profile-field-scope = Ambito
profile-field-owner-ipa = Codice IPA del titolare
profile-field-internal-office = Ufficio responsabile
profile-field-legal-basis = Base giuridica
profile-field-application = Applicativo
profile-field-supplier = Fornitore
profile-field-hosting = Dove è ospitata
profile-field-contract-ends = Scadenza del contratto
profile-field-entities = Entità principali
profile-field-records-count = Numero di record
profile-field-time-coverage = Copertura temporale
profile-field-territory-coverage = Copertura territoriale
profile-field-person-key = Chiave della persona
profile-field-classifications = Classificazioni usate
profile-field-content-completeness = Completezza del contenuto (0-3)
profile-field-update-frequency = Aggiornamento
profile-field-reliability = Affidabilità (0-3)
profile-field-format = Formato
profile-field-api = Ha un’API
profile-field-pdnd = eService PDND
profile-field-feeding = Alimentazione e scambi
profile-field-planning-use = Usata per programmare
profile-field-essential = Essenziale
profile-field-essential-why = Perché è essenziale
profile-field-personal-data = Dati personali
profile-field-special-categories = Categorie particolari di dati
profile-field-minors = Dati di minori
profile-field-register-reference = Voce nel registro dei trattamenti
profile-field-dpia = Valutazione d’impatto fatta
profile-field-access-level = Livello di accesso
profile-field-open-data = Dati aperti
profile-field-licence = Licenza
profile-field-verification = Come è stata verificata

# Voci degli elenchi: campo e codice
profile-choice-management-direct = Diretta
profile-choice-management-associated = Associata (Unione)
profile-choice-management-asp = ASP
profile-choice-management-ausl = Delegata all’AUSL
profile-choice-management-accredited = Accreditata
profile-choice-management-codesigned = Co-progettata
profile-choice-management-agreement = In convenzione
profile-choice-status-active = Attivo
profile-choice-status-suspended = Sospeso
profile-choice-status-planned = In progettazione
profile-choice-status-ended = Cessato
profile-choice-platforms-pagopa = pagoPA
profile-choice-platforms-io = App IO
profile-choice-platforms-pdnd = PDND
profile-choice-platforms-anpr = ANPR
profile-choice-platforms-send = SEND
profile-choice-barriers-language = Lingua
profile-choice-barriers-spid = Identità digitale
profile-choice-barriers-distance = Distanza
profile-choice-barriers-bureaucracy = Burocrazia
profile-choice-barriers-hours = Orari
profile-choice-barriers-shame = Vergogna
profile-choice-barriers-digital-divide = Divario digitale
profile-choice-demo-yes = Sì
profile-choice-demo-partly = In parte
profile-choice-demo-no = No
profile-choice-kind-local = Locale
profile-choice-kind-regional = Regionale
profile-choice-kind-national = Nazionale
profile-choice-kind-third-sector = Terzo settore
profile-choice-scope-registry = Anagrafe
profile-choice-scope-income = Reddito
profile-choice-scope-case = Presa in carico
profile-choice-scope-benefits = Prestazioni
profile-choice-scope-facilities = Strutture
profile-choice-scope-rankings = Graduatorie
profile-choice-scope-access = Accessi
profile-choice-scope-planning = Programmazione
profile-choice-scope-quality = Qualità
profile-choice-hosting-local = In sede
profile-choice-hosting-psn-cloud = Cloud PSN
profile-choice-hosting-saas = SaaS qualificato
profile-choice-person-key-tax-code = Codice fiscale
profile-choice-person-key-internal-id = Identificativo interno
profile-choice-person-key-none = Nessuna
profile-choice-update-frequency-real-time = In tempo reale
profile-choice-update-frequency-daily = Ogni giorno
profile-choice-update-frequency-weekly = Ogni settimana
profile-choice-update-frequency-monthly = Ogni mese
profile-choice-update-frequency-quarterly = Ogni tre mesi
profile-choice-update-frequency-half-yearly = Ogni sei mesi
profile-choice-update-frequency-yearly = Ogni anno
profile-choice-update-frequency-sporadic = Senza cadenza
profile-choice-pdnd-none = Nessuno
profile-choice-pdnd-provided = Erogato
profile-choice-pdnd-consumed = Fruito
profile-choice-pdnd-both = Erogato e fruito
profile-choice-open-data-no = No
profile-choice-open-data-aggregate = Solo in forma aggregata
profile-choice-open-data-yes = Sì

# Collegamenti
profile-mapping-no-ends = Mancano colonne: servono il codice del servizio, il codice della base dati e che cosa fa (legge o scrive).
profile-row-no-service = Riga { $row }: il servizio «{ $value }» non c’è nel profilo di questo ente. Controlla il codice, o importa prima i servizi.
profile-row-no-database = Riga { $row }: la base dati «{ $value }» non c’è nel profilo di questo ente. Controlla il codice, o importa prima le basi dati.
profile-field-service-code = Codice del servizio
profile-field-database-code = Codice della base dati
profile-field-access = Che cosa fa
profile-field-means = Con che mezzo
profile-choice-access-read = Legge
profile-choice-access-write = Scrive
profile-choice-access-read-write = Legge e scrive
profile-choice-means-manual = A mano
profile-choice-means-file = Con un file
profile-choice-means-api = Con un’API
profile-choice-means-pdnd = Con la PDND

## Pagine pubbliche
nav-profile = Servizi
profile-title = Che cosa c’è già
profile-lead = I servizi sociali di questo territorio: per chi sono, come ci si arriva, su quali dati si appoggiano.
profile-search = Che cosa cerchi?
profile-search-databases = Quale base dati cerchi?
profile-numbers = I numeri
profile-empty = Qui non c’è ancora nessun servizio
profile-empty-text = L’ente sta raccogliendo le informazioni. Torna fra qualche giorno.
profile-empty-databases = Qui non c’è ancora nessuna base dati
profile-empty-back = Torna alla pagina dell’ente
profile-stat-services = { $n ->
    [one] servizio a cui rivolgersi
   *[other] servizi a cui rivolgersi
}
profile-stat-databases = { $n ->
    [one] base dati che li fa funzionare
   *[other] basi dati che li fanno funzionare
}
profile-stat-uses = { $n ->
    [one] collegamento tra un servizio e una base dati
   *[other] collegamenti tra servizi e basi dati
}
profile-stat-municipalities = { $n ->
    [one] comune raggiunto da almeno un servizio
   *[other] comuni raggiunti da almeno un servizio
}
profile-updated = Ultima modifica: { $x }.
profile-without-database = { $n ->
    [one] Un servizio non usa nessuna base dati.
   *[other] { $n } servizi non usano nessuna base dati.
}
profile-unused-databases = { $n ->
    [one] Una base dati non è usata da nessun servizio.
   *[other] { $n } basi dati non sono usate da nessun servizio.
}
profile-areas-title = Per chi sono i servizi
profile-areas-lead = Un servizio che aiuta persone diverse conta in ogni gruppo.
profile-areas-head = Per chi
profile-levels-title = Che cosa si può fare da casa
profile-levels-lead = Da 0 (serve andare di persona) a 5 (il servizio ti avvisa da solo).
profile-levels-head = Livello digitale
profile-level-0 = Solo di persona
profile-level-1 = Informazioni sul sito
profile-level-2 = Moduli da scaricare
profile-level-3 = Richiesta online
profile-level-4 = Tutto online, anche il pagamento
profile-level-5 = Tutto online, e ti avvisa da solo
profile-level-unknown = Nessuno l’ha ancora misurato
profile-as-table = Leggi gli stessi numeri in tabella
profile-services = Servizi
profile-databases = Basi dati
profile-matrix = Chi usa quali dati
profile-completeness = Quanto è completo questo quadro
profile-completeness-lead = Contiamo le informazioni importanti che ogni scheda dovrebbe avere. Quello che manca si vede, non si nasconde.
profile-percent = { $n } su 100
profile-more = Guarda meglio
profile-services-text = L’elenco completo: cerca per parola, per persona, per comune.
profile-databases-text = Gli archivi su cui lavorano i servizi: di chi sono, che cosa contengono.
profile-matrix-text = Una tabella sola: quali servizi leggono o scrivono in quali archivi.
profile-downloads = Scarica i dati
profile-downloads-lead = Puoi riusarli citando la fonte.
profile-download-all = Tutto il profilo in un documento
profile-download-pdf = da stampare (PDF)
profile-download-docx = da modificare (DOCX)
profile-download-xlsx = foglio di calcolo (XLSX)
profile-download-csv = CSV per i programmi
profile-services-lead = Cerca chi ti può aiutare. Ogni scheda dice per chi è il servizio, dove si trova e come si chiede.
profile-filter-area = Per chi
profile-filter-level = Che cosa si fa online
profile-filter-municipality = In quale comune
profile-filter-channel = Come ci si arriva
profile-any = Tutti
profile-none-found = Nessun risultato con queste parole
profile-none-found-text = Prova con una parola più semplice, o togli qualche filtro.
profile-show-all = Mostra tutti i servizi
profile-show-all-databases = Mostra tutte le basi dati
profile-services-count = { $n ->
    [0] Nessun servizio
    [one] Un servizio
   *[other] { $n } servizi
}
profile-databases-count = { $n ->
    [0] Nessuna base dati
    [one] Una base dati
   *[other] { $n } basi dati
}
profile-in-municipalities = { $n } comuni
profile-online = Online:
profile-demo-fields = Inventato solo per prova: { $x }.
profile-easy = In parole semplici
profile-go-online = Vai alla pagina del servizio
profile-practical = In pratica
profile-missing = Non è ancora scritto qui: { $x }.
profile-ask-office = Chiedi all’ufficio
profile-online-title = Che cosa puoi fare online
profile-level-nobody = Nessuno ha ancora misurato che cosa si può fare online.
profile-level-target = Obiettivo: { $x }.
profile-uses-title = I dati che il servizio usa
profile-uses-none = Non risulta nessuna base dati.
profile-uses-caption = Basi dati che questo servizio legge o in cui scrive
profile-unknown = non indicato
profile-nobody = nessuno
profile-thread = Il filo rosso
profile-office = Per chi lavora nei servizi
profile-fewer-than-five = meno di 5
profile-never-checked = Nessuno ha ancora controllato questa scheda.
profile-checked = Ultimo controllo: { $x }.
profile-report-mistake = C’è un errore? Diccelo
profile-source = Fonte:
profile-free = gratuito
profile-yes = Sì
profile-no = No
profile-siuss-1 = Famiglia e minori
profile-siuss-2 = Disabilità e non autosufficienza
profile-siuss-3 = Povertà ed esclusione sociale
profile-means-test-1 = Serve l’ISEE
profile-means-test-2 = Prova dei mezzi diversa dall’ISEE
profile-means-test-3 = Di norma ISEE, ma si guarda al bisogno
profile-means-test-4 = Nessuna prova dei mezzi
profile-grade-0 = 0 – per niente
profile-grade-1 = 1 – poco
profile-grade-2 = 2 – abbastanza
profile-grade-3 = 3 – del tutto
profile-databases-lead = Gli archivi su cui lavorano i servizi sociali: che cosa contengono, di chi sono, chi li usa. Qui non ci sono dati di persone.
profile-databases-caption = Le basi dati, in ordine alfabetico
profile-owner-short = Di chi è
profile-used-by-short = Servizi che la usano
profile-essential = Essenziale
profile-essential-why = Perché è essenziale
profile-go-matrix = Guarda quali servizi usano quali dati
profile-users-title = Chi la usa
profile-users-none = Nessun servizio la usa, per quanto ne sappiamo.
profile-users-caption = { $n ->
    [one] Un servizio usa questa base dati
   *[other] { $n } servizi usano questa base dati
}
profile-group-content = Che cosa contiene
profile-group-responsibility = Chi ne risponde
profile-group-application = Come funziona e quanto è aggiornata
profile-group-protection = Come protegge le persone
profile-group-openness = Si può riusare?
profile-matrix-lead = In riga i servizi, in colonna le basi dati. Dove si incontrano c’è scritto che cosa fa il servizio.
profile-matrix-legend = L = legge, S = scrive, LS = legge e scrive. Casella vuota: nessun collegamento.
profile-matrix-caption = Servizi e basi dati collegati tra loro
profile-matrix-as-list = Leggi come elenco (più comodo sul telefono)
profile-matrix-empty = Nessun collegamento, per ora
profile-matrix-empty-text = Quando l’ente dirà quali servizi usano quali dati, qui ci sarà la tabella.
profile-matrix-count = { $n ->
    [one] Un collegamento
   *[other] { $n } collegamenti
}
profile-mark-read = L
profile-mark-write = S
profile-mark-read-write = LS

## Scrivania
profile-desk-services = Tieni aggiornate le schede dei servizi: parti da quelle che nessuno controlla da più tempo.
profile-desk-databases = Il registro delle basi dati: di chi sono, che cosa contengono, quali sono essenziali.
profile-desk-import = Porta dentro un foglio di calcolo: vedi prima che cosa cambia, poi confermi.
profile-desk-lead = In alto trovi le schede da controllare. Quando una è giusta, dillo con un clic.
profile-desk-download = Scarica tutto (XLSX)
profile-desk-empty = Il registro è vuoto
profile-desk-empty-text = Hai già un foglio di calcolo? Importalo: vedi tutto in anteprima prima di salvare.
profile-desk-caption = Le schede e quanto sono complete
profile-search-words = Cerca tra le schede
profile-sort = In che ordine
profile-sort-name = Per nome
profile-sort-stale = Prima quelle da controllare
profile-show-everything = Mostra tutte le schede
profile-completeness-short = Completezza
profile-never = Mai controllata
profile-stale-record = Da controllare
profile-mark-checked = È giusta oggi
profile-new-service = Nuovo servizio
profile-new-database = Nuova base dati
profile-edit-lead = Serve solo il nome: il resto puoi aggiungerlo un po’ alla volta. Quello che scrivi qui lo leggono tutti.
profile-edit-links = Basi dati che usa
profile-edit-public = Guarda la pagina pubblica
profile-save = Salva
profile-section-what = Che cos’è
profile-section-who = Per chi è
profile-section-where = Dove, quando, quanto costa
profile-section-how = Come ci si arriva, anche online
profile-section-management = Chi lo gestisce e a quali piani appartiene
profile-section-users = Quante persone lo usano
profile-section-check = Controlli e fonti
profile-section-database = Che cos’è
profile-section-essential = Perché è importante
profile-section-application = Il programma che la gestisce
profile-section-quality = Quanto ci si può fidare
profile-section-exchange = Come scambia i dati
profile-hint-code = Il codice che usate in ufficio, per esempio SER-01. Se lo lasci vuoto lo ricaviamo dal nome.
profile-hint-easy = Frasi brevi, parole di tutti i giorni: è la prima cosa che si legge nella pagina.
profile-hint-users = Sotto 5 la pagina pubblica scrive «meno di 5», per non far riconoscere nessuno.
profile-hint-cost = Scrivi 0 se è gratuito. Lascia vuoto se non lo sai.
profile-hint-url = Comincia con https://
profile-hint-note = Anche la nota si legge nella pagina pubblica.
profile-hint-essential = Senza, un servizio si ferma? La prevede una norma? La usano almeno tre servizi? Serve a misurare un risultato?
profile-hint-contract = Il giorno in cui finisce il contratto con il fornitore.
profile-hint-ipa = Il codice dell’ente nell’Indice delle pubbliche amministrazioni.
profile-hint-demo-fields = I nomi dei campi inventati, separati da punto e virgola.
profile-links-title = Basi dati che usa
profile-links-lead = Di’ quali archivi legge questo servizio e in quali scrive.
profile-links-none = Per ora nessuna.
profile-links-add = Aggiungi o cambia un collegamento
profile-links-remove = Togli
profile-links-save = Salva il collegamento
profile-links-back = Torna alla scheda
profile-links-no-databases = Prima aggiungi almeno una base dati.
profile-choose = Scegli
profile-choose-database = Scegli una base dati.
profile-choose-access = Di’ se la legge, se ci scrive, o tutt’e due.
done-record-saved = Fatto: la scheda è salvata.
done-checked = Fatto: la scheda risulta controllata oggi.
done-link-saved = Fatto: il collegamento è salvato.
done-link-removed = Fatto: il collegamento non c’è più.
done-import-abandoned = Fatto: il file è stato buttato via, il registro è rimasto com’era.

## Importazione
profile-import-title = Importa un foglio
profile-import-lead = Carichi il foglio, controlli le colonne, guardi che cosa cambierebbe. Si salva solo quando lo confermi, tutto insieme o niente.
profile-import-waiting = Hai file in attesa di conferma
profile-import-what = Che cosa c’è nel foglio?
profile-import-file = Il foglio
profile-import-file-hint = Un file .xlsx, .ods o .csv, fino a 20 MB: una riga deve avere i nomi delle colonne. Per i servizi anche l’elenco di un altro ente (HSDS in JSON, CPSV-AP in RDF), la pagina salvata di un sito comunale (HTML), o un archivio .zip di questi.
profile-import-read = Leggi il foglio
profile-import-abandon = Lascia perdere e butta via il file
profile-import-models = Non sai da dove partire?
profile-import-models-text = Scarica un foglio vuoto con le colonne già pronte. Non serve riempirle tutte: basta il nome.
profile-import-model = Foglio vuoto: { $x }
profile-sheet-links = Collegamenti
profile-sheet-services-hint = Una riga per ogni servizio.
profile-sheet-databases-hint = Una riga per ogni archivio.
profile-sheet-links-hint = Una riga per ogni coppia: quale servizio usa quale base dati. Servizi e basi dati devono esserci già.
profile-file-none = Scegli un file. Se l’hai scelto, era vuoto: controllalo e caricalo di nuovo.
profile-columns-title = Controlla le colonne
profile-columns-lead = Abbiamo indovinato dove va ogni colonna. Cambia quello che non torna; le colonne che non servono puoi lasciarle fuori.
profile-columns-file = File: { $x }.
profile-columns-rows = { $n ->
    [one] Una riga di
   *[other] { $n } righe di
}
profile-columns-caption = Le colonne del foglio e dove vanno
profile-columns-heading = Nel foglio
profile-columns-field = Va in
profile-columns-samples = Per esempio
profile-columns-unnamed = (senza nome)
profile-columns-skip = – lascia fuori –
profile-columns-needed = { $x } (serve)
profile-columns-go = Guarda l’anteprima
profile-preview-title = Anteprima
profile-preview-lead = Non è ancora stato salvato niente. Guarda riga per riga che cosa succederebbe.
profile-preview-show = Quali righe mostrare
profile-rows-wrong = da correggere
profile-rows-new = nuove
profile-rows-changed = cambiate
profile-rows-unchanged = già uguali
profile-rows-all = in tutto
profile-preview-wrong = { $n ->
    [one] C’è una riga da correggere
   *[other] Ci sono { $n } righe da correggere
}
profile-preview-wrong-text = Finché ci sono errori non si salva niente, nemmeno le righe giuste. Correggi il foglio e caricalo di nuovo, oppure togli la spunta alle righe sbagliate.
profile-preview-again = Carica il foglio corretto
profile-preview-columns = Torna alle colonne
profile-preview-nothing = Non c’è niente da importare
profile-preview-nothing-text = Tutte le righe del foglio sono già nel registro, uguali.
profile-preview-apply = { $n ->
    [one] Importa una riga
   *[other] Importa { $n } righe
}
profile-preview-caption = Che cosa succederebbe a ogni riga
profile-preview-row = Riga { $n }
profile-preview-no-rows = Nessuna riga di questo tipo.
profile-row-is-new = Nuova
profile-row-is-changed = Cambia
profile-row-is-unchanged = Già uguale
profile-row-is-wrong = Da correggere
profile-becomes = diventa
profile-blank = (vuoto)
profile-done-title = Importazione finita
profile-done-lead = Il foglio è nel registro. Ecco che cosa è successo alle sue righe.
profile-done-look = Guarda il risultato
profile-done-next = Ora importa: { $x }
profile-done-again = Importa un altro foglio
profile-more-filters = Altri filtri: per chi, dove, come
profile-api-no-such-field = Questo campo non esiste: guarda i nomi nella descrizione dell’API.
profile-api-wrong-type = Il valore non è del tipo giusto: guarda la descrizione dell’API.
profile-preview-shown = { $x } (qui sotto)
profile-ask-who = Per chi è
profile-ask-needed = Che cosa serve
profile-ask-how = Come si chiede
profile-ask-where = Dove
profile-ask-municipalities = In quali comuni
profile-ask-when = Quando
profile-ask-cost = Quanto costa
profile-ask-answers = Chi risponde
profile-ask-help = Chi ti aiuta a usarlo
profile-level-official = Definizione ufficiale del livello digitale

## Cercare
profile-filter-near = Prima i più vicini a
profile-filter-language = In che lingua
profile-near-any = Non importa
profile-also = Con queste parole non c’è niente. Abbiamo cercato anche { $x }.
profile-exact = Cerca solo «{ $x }»

## Di cosa hai bisogno?
needs-title = Di cosa hai bisogno?
needs-invitation = Se non sai che parola cercare, parti da qui.
needs-lead = Dillo con parole tue o tocca un bottone. Ti diciamo chi ti può aiutare.
needs-step-1 = Domanda 1
needs-step-2 = Domanda 2
needs-step-3 = Ultima domanda
needs-words = Che cosa ti serve?
needs-words-hint = Per esempio: non riesco a pagare l’affitto. Non scrivere nomi.
needs-go = Avanti
needs-or = Oppure scegli
needs-choose = Scegli
needs-said = Hai scritto: «{ $x }»
needs-danger = Sei in pericolo? Chiama subito il
needs-person = Preferisci parlare con una persona?
needs-write = Scrivi all’ufficio
needs-care = Assistere un familiare
needs-care-text = Una persona anziana o malata che ha bisogno di aiuto a casa.
needs-money = Arrivare a fine mese
needs-money-text = Bollette, spesa, debiti, un lavoro che non c’è.
needs-home = Trovare casa o pagare l’affitto
needs-home-text = Affitto, sfratto, nessun posto dove dormire.
needs-children = Badare ai figli
needs-children-text = Nido, scuola, aiuto per i genitori.
needs-papers = Capire le carte e lo SPID
needs-papers-text = Moduli, domande, servizi su internet.
needs-lonely = Sentirmi meno solo
needs-lonely-text = Compagnia, un posto dove andare, qualcuno che ascolta.
needs-foreigner = Sono straniero
needs-foreigner-text = Permesso di soggiorno, lingua, documenti.
needs-disability = Vivo con una disabilità
needs-disability-text = Aiuto a casa, trasporto, lavoro, tempo libero.
needs-addiction = Alcol, gioco o droghe
needs-addiction-text = Per te o per una persona a cui vuoi bene.
needs-fear = Ho paura in casa
needs-fear-text = Violenza, minacce, qualcuno che fa male a te o ai bambini.
needs-line-112 = In pericolo adesso: carabinieri, polizia, ambulanza, vigili del fuoco. Gratis, giorno e notte.
needs-line-1522 = Violenza e stalking: ascolto e aiuto in molte lingue. Gratis, giorno e notte.
needs-line-114 = Un bambino o un ragazzo in pericolo. Gratis, giorno e notte.
needs-whom = Per chi è l’aiuto?
needs-whom-lead = Così ti mostriamo i servizi giusti.
needs-whom-me = Per me
needs-whom-child = Per un bambino o un ragazzo
needs-whom-elderly = Per una persona anziana
needs-whom-disabled = Per una persona con disabilità
needs-whom-other = Per un’altra persona, o non lo so
needs-where = Dove abiti?
needs-where-lead = Non teniamo la tua risposta: resta solo nell’indirizzo di questa pagina.
needs-municipality = Il tuo comune
needs-anywhere = Salta: mostra tutti i comuni
needs-answer = Chi ti può aiutare
needs-answer-lead = Ecco chi puoi chiamare e dove puoi andare.
needs-now = Chiama subito
needs-services = I servizi
needs-none = Non abbiamo trovato un servizio adatto. Non fermarti qui: parla con una persona, qui sotto.
needs-why = Perché te lo mostriamo: { $x }.
needs-why-speaks = parla di «{ $x }»
needs-why-for = è per { $x }
needs-why-serves = vale per chi abita a { $x }
needs-why-kind = è un servizio di { $x }
needs-call = Chiama { $x }
needs-elsewhere = Guarda anche negli altri comuni
needs-again = Ricomincia
needs-talk = Parla con una persona
needs-talk-text = Se niente va bene, o se non sai da dove partire, qui c’è qualcuno che ti ascolta.
needs-mail = Scrivi a:
needs-help = Fatti aiutare
needs-help-text = Puoi chiedere a un familiare, a un amico o a un’associazione di chiamare con te. Nell’ufficio c’è sempre qualcuno che compila i moduli insieme a te. È gratis.

## Dati aperti
open-title = Dati aperti
open-lead = I dati di questo profilo sono di tutti: puoi scaricarli, usarli e pubblicarli di nuovo.
open-licence-text = Basta dire da dove vengono. La licenza è
open-small-numbers = Dove le persone servite sono meno di cinque il numero non c’è, perché nessuno sia riconosciuto.
open-updated = Ultima modifica dei dati:
open-none = Non c’è ancora niente: tornerà utile quando l’ufficio avrà scritto le prime schede.
open-rows = { $n ->
    [one] Una riga
   *[other] { $n } righe
  }
open-services = Servizi sociali
open-services-text = I servizi del territorio: che cosa sono, per chi, dove, come si chiedono e quanto sono digitali.
open-databases = Basi di dati dei servizi sociali
open-databases-text = Il registro delle basi di dati da cui dipendono i servizi sociali, senza i dati delle persone.
open-links = Servizi e basi di dati
open-links-text = Quale servizio legge o scrive quale base di dati.
open-body = Ente (parola nell’indirizzo)
open-catalogue = Il catalogo
open-catalogue-text = Dati aperti del profilo del welfare digitale: servizi, basi di dati e i loro legami.
open-catalogue-lead = L’elenco dei dati in DCAT-AP_IT, il formato di dati.gov.it. I codici nelle tabelle sono spiegati a parte.
open-codes = Che cosa vogliono dire i codici
open-codes-lead = Gli elenchi di codici usati nei dati. Dove c’è un vocabolario nazionale il codice porta lì.
open-code = Codice
open-meaning = Significato
open-requests = Per chi scrive programmi
open-requests-text = Gli indirizzi non cambiano e rispondono anche in Turtle, RDF/XML e JSON-LD, secondo l’intestazione Accept. I servizi sono in CPSV-AP_IT e, a scelta, in CPSV-AP 3.2; l’API segue HSDS 3.0. Qualche esempio:
open-by-body = I dati di un solo ente
open-all = I dati di tutti gli enti
open-hsds-not-found = Qui non c’è niente con questo identificativo. Cerca negli elenchi, per esempio /hsds/3.0/services.
open-hsds-page = page e per_page sono numeri interi da 1 in su.
open-hsds-format = Si risponde solo in JSON: togli format o scrivi format=json.
open-hsds-id = L’identificativo deve essere un UUID, come quelli degli elenchi.
open-hsds-moment = modified_after è una data (2026-01-31) o un istante (2026-01-31T10:00:00Z).
# La scheda del servizio
profile-field-keywords = Altri nomi e parole chiave
profile-field-phone = Telefono
profile-field-email = E-mail
profile-field-siuss-codes = Codici delle prestazioni SIUSS
profile-field-cofog = COFOG
profile-field-life-events = Eventi della vita
profile-field-subject-matters = Materie del servizio
profile-field-io-topics = Argomenti su app IO
profile-field-local-terms = Classificazioni locali
profile-field-age-from = Età: da
profile-field-age-to = Età: fino a
profile-field-languages = Lingue parlate
profile-field-isee-limit = Soglia ISEE
profile-field-how-to = Come fare
profile-field-needed = Che cosa serve
profile-field-outcome = Che cosa si ottiene
profile-field-times = Tempi e scadenze
profile-field-waiting-days = Giorni di attesa in media
profile-field-conditions = Condizioni del servizio
profile-field-place-access = Accessibilità del luogo
profile-field-place-access-note = Note sull’accessibilità
profile-field-channel-details = Sportelli e contatti
profile-field-level-url = Pagina che mostra il livello
profile-field-level-date = Livello rilevato il
profile-field-target-date = Livello obiettivo entro il
profile-field-barriers-note = Note sulle barriere
profile-field-help = Chi aiuta
profile-field-cost-note = Note sul costo
profile-field-status-reason = Motivo dello stato
profile-field-card-state = Stato della scheda
profile-field-essential-reasons = Motivi per cui è essenziale
profile-field-purposes = Finalità
profile-field-data-subjects = Interessati
profile-field-data-recipients = A chi si comunicano i dati
profile-field-retention = Tempi di conservazione
profile-field-security = Misure di sicurezza
profile-choice-platforms-spid = SPID
profile-choice-platforms-cie = CIE
profile-choice-platforms-eidas = eIDAS
profile-choice-platforms-inad = INAD
profile-choice-platforms-fse = Fascicolo sanitario elettronico
profile-choice-platforms-isee = ISEE (INPS)
profile-choice-platforms-siuss = SIUSS
profile-choice-platforms-lepidaid = LepidaID
profile-choice-platforms-accesso-unitario = Accesso unitario
profile-choice-platforms-digital-domicile = Domicilio digitale
profile-choice-platforms-signature = Firma elettronica
profile-choice-place-access-wheelchair = Si entra in sedia a rotelle
profile-choice-place-access-lift = Ascensore
profile-choice-place-access-toilet = Bagno accessibile
profile-choice-place-access-parking = Parcheggio riservato
profile-choice-place-access-transport = Fermata di mezzi pubblici vicina
profile-choice-place-access-sign-language = Lingua dei segni (LIS)
profile-choice-place-access-hearing-loop = Impianto a induzione magnetica
profile-choice-place-access-tactile = Percorso o mappa tattile
profile-choice-place-access-quiet = Stanza tranquilla e riservata
profile-choice-help-digitale-facile = Punto Digitale Facile
profile-choice-help-caf = CAF o patronato
profile-choice-help-desk = Allo sportello
profile-choice-help-phone = Al telefono
profile-choice-help-mediator = Mediatrice o mediatore culturale
profile-choice-help-home = A casa della persona
profile-choice-help-volunteer = Volontari
profile-choice-help-delegate = Una persona con delega
profile-choice-card-state-draft = Bozza
profile-choice-card-state-to-verify = Da verificare
profile-choice-card-state-verified = Verificata
profile-choice-essential-reasons-stops = Senza, un servizio si ferma
profile-choice-essential-reasons-law = La prevede una norma
profile-choice-essential-reasons-shared = La usano almeno tre servizi
profile-choice-essential-reasons-indicator = Serve a misurare un indicatore dell’Agenda
profile-platform-not-planned = non previsto
profile-platform-planned = previsto
profile-platform-in-progress = in corso
profile-platform-active = attivo
profile-form-not-a-channel = La riga { $n } non si capisce. Scrivi una riga per ogni sportello o contatto: canale | nome | luogo: … | comune: … | orari: … | tel: … | e-mail: … | sito: …
profile-form-not-a-platform = Non si capisce. Scrivi per esempio: SPID (attivo, 31/12/2025); pagoPA (previsto).
profile-form-not-a-class = Scrivi la tabella e il codice, per esempio aree-piano:A1.
profile-form-too-many = Sono troppi: al massimo { $n }.
profile-row-not-an-email = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un indirizzo e-mail. Scrivilo così: nome@esempio.it.
profile-row-not-a-channel = Riga { $row }, colonna «{ $column }»: la riga { $n } della cella non si capisce. Scrivi: canale | nome | luogo: … | comune: … | orari: … | tel: … | e-mail: … | sito: …
profile-row-not-a-platform = Riga { $row }, colonna «{ $column }»: «{ $value }» non si capisce. Scrivi per esempio: SPID (attivo, 31/12/2025); pagoPA (previsto).
profile-row-not-a-class = Riga { $row }, colonna «{ $column }»: «{ $value }» non si capisce. Scrivi la tabella e il codice, per esempio aree-piano:A1.
profile-row-too-many = Riga { $row }, colonna «{ $column }»: sono troppi, al massimo { $n }.
profile-section-ask = Come si chiede
profile-section-classes = Classificazioni
profile-card-expired = Da ricontrollare
profile-ask-requirements = Requisiti
profile-desks-title = Sportelli e contatti
profile-desk-site = Vai al sito
profile-level-by = Entro il { $x }.
profile-level-measured = Livello rilevato il { $x }.
profile-level-evidence = Guarda la pagina
profile-channel-n = Sportello o contatto { $n }
profile-channel-kind = Canale
profile-channel-none = Nessuno
profile-channel-name = Come si chiama
profile-channel-place = Indirizzo o luogo
profile-channel-municipality = Comune
profile-channel-hours = Orari
profile-channel-phone = Telefono
profile-channel-email = E-mail
profile-channel-url = Sito
profile-channel-remove = Togli questo sportello o contatto
profile-channel-add = Aggiungi un canale
profile-channels-hint = Uno per ogni modo di arrivare al servizio: uno sportello, un telefono, un modulo online. Scrivi quello che sai.
profile-platform-day = { $x }: data
profile-hint-local-terms = Tabella e codice, per esempio aree-piano:A1. Più voci si separano con punto e virgola.
profile-hint-contact = Il recapito dell’ufficio, non di una persona: si legge nella pagina pubblica.
profile-hint-card-state = Una bozza non si vede nella pagina pubblica. Una scheda verificata va ricontrollata dopo un anno.
profile-edit-sections = Parti della scheda
profile-origins-title = Da dove viene ogni dato
profile-origins-lead = Per ogni dato: quando è stato scritto, come e da chi. Sotto, le modifiche fatte a mano.
profile-origins-edit = Torna alla scheda
profile-origins-field = Dato
profile-origins-value = Valore
profile-origins-when = Quando
profile-origins-how = Come
profile-origins-unknown = Non si sa
profile-way-import = Importato da un file
profile-way-cli = Con un comando
profile-way-api = Da un altro programma
profile-way-web = A mano
profile-history-title = Modifiche della scheda
profile-history-empty = Nessuno ha ancora cambiato questa scheda a mano.
profile-history-emptied = (vuoto)
profile-history-create = Scheda creata
profile-history-edit = Scheda modificata
profile-history-link = Base dati collegata
profile-history-unlink = Base dati scollegata

# Chi offre servizi e chi tiene aggiornate le schede
profile-not-allowed = Questa scheda non è tra quelle che tieni aggiornate.
actor-title = Attori del welfare
actor-lead = Associazioni, cooperative, scuole, enti e gruppi che offrono servizi sul territorio.
actor-desk-text = Chi offre servizi oltre all’ente, chi parla per loro, chi chiede di tenere una scheda
actor-desk-lead = Chi offre servizi sul territorio, e le persone che parlano per loro.
actor-desk-caption = Gli attori del registro
actor-desk-empty = Il registro è ancora vuoto
actor-desk-empty-text = Aggiungi la prima associazione, cooperativa o scuola che offre un servizio sul territorio.
actor-empty = Ancora nessun attore
actor-empty-text = L’ente non ha ancora aggiunto le associazioni e le cooperative del territorio.
actor-new = Aggiungi un attore
actor-edit-lead = Quello che scrivi qui si legge nella pagina pubblica. Solo recapiti di uffici, non di persone.
actor-form = Che cos’è
actor-form-odv = Organizzazione di volontariato (ODV)
actor-form-aps = Associazione di promozione sociale (APS)
actor-form-coop = Cooperativa sociale
actor-form-scuola = Scuola
actor-form-caf = CAF o patronato
actor-form-parrocchia = Parrocchia o ente religioso
actor-form-impresa = Impresa
actor-form-gruppo = Gruppo informale
actor-form-ente = Ente pubblico
actor-form-altro = Altro
actor-name-taken = Nel registro c’è già un attore con questo nome: apri la sua scheda.
actor-description = Che cosa fa
actor-description-hint = Poche righe, in parole semplici.
actor-areas = Per chi lavora
actor-municipalities = In quali comuni
actor-place = Sede
actor-phone = Telefono
actor-email = E-mail
actor-office-hint = Dell’ufficio o della sede, non di una persona. Si vede nella pagina pubblica.
actor-website = Sito
actor-runts = Iscritto al RUNTS
actor-runts-hint = Il registro unico nazionale del terzo settore.
actor-cards = Le schede che tiene aggiornate
actor-cards-none = Per ora nessuna.
actor-members = Chi parla per questo attore
actor-members-none = Ancora nessuno: può proporre modifiche solo chi è in questo elenco.
actor-member-email = Aggiungi una persona: la sua e-mail
actor-member-hint = Deve avere già un account: chi non lo ha si registra dalla pagina «Accedi».
actor-member-add = Aggiungi la persona
actor-no-account = Nessun account con questo indirizzo: chiedi alla persona di registrarsi, poi riprova.

claim-yours-question = È un vostro servizio?
claim-yours-act = Chiedete di tenerlo aggiornato
claim-kept-by = Questa scheda la tiene aggiornata
claim-own = Questa scheda la tenete aggiornata voi.
claim-own-edit = Proponi una modifica
claim-title = È un vostro servizio?
claim-lead = Chiedi di tenere aggiornata la scheda «{ $x }». L’ente guarda la richiesta e ti risponde per e-mail.
claim-organisation = Per quale organizzazione
claim-organisation-hint = Il nome per intero: associazione, cooperativa, scuola, ufficio.
claim-why = Perché questa scheda è vostra
claim-why-hint = Che cosa fate nel servizio, e il tuo ruolo. Non scrivere dati di altre persone.
claim-send = Manda la richiesta
claim-yours = Questa scheda la tieni già aggiornata tu: la trovi tra «Le mie schede».
claim-kept = Questa scheda ha già chi la tiene aggiornata. Se non è giusto, scrivi all’ente dalla pagina dei contatti.
claim-kept-meanwhile = Questa scheda ha già chi la tiene aggiornata: prima togli l’incarico a chi lo ha, poi accetta questa richiesta.
claim-waits = Hai già chiesto di tenere questa scheda: aspetta la risposta.
claim-too-many = Hai già molte richieste che aspettano una risposta. Aspetta che l’ente ti risponda.
claim-decided = Questa richiesta è già stata chiusa: ricarica la pagina per vedere com’è andata.
claim-state-pending = da decidere
claim-state-accepted = accettata
claim-state-refused = non accettata
claim-state-withdrawn = ritirata
claim-state-revoked = incarico finito
claim-desk-title = Richieste di tenere una scheda
claim-desk-lead = Chi dice «è un nostro servizio». Se accetti, propone lui le modifiche e tu le guardi.
claim-desk-caption = Richieste nello stato: { $x }
claim-desk-empty = Nessuna richiesta qui
claim-desk-empty-text = Le richieste arrivano dalle pagine dei servizi. Quando ne arriva una lo vedi sulla Scrivania.
claim-waiting = { $n ->
    [one] Una richiesta da decidere
   *[other] { $n } richieste da decidere
}
claim-page-lead = Chiede di tenere aggiornata questa scheda: { $x }
claim-person = Chi lo chiede
claim-came = Arrivata
claim-answer = La risposta
claim-accept = Accetta
claim-accept-go = Accetta la richiesta
claim-actor = Quale attore del registro
claim-actor-new = Aggiungi «{ $x }» al registro
claim-actor-hint = Se è già nel registro sceglilo qui, così non si ripete.
claim-form-hint = Solo se lo aggiungi al registro.
claim-answer-line = Due righe per chi ha scritto
claim-refuse = Non accettare
claim-reason = Perché
claim-reason-hint = La persona legge queste parole: di’ anche che cosa può fare.
claim-revoke = Togli l’incarico
claim-revoke-text = Da questo momento l’attore non può più proporre modifiche a questa scheda. La scheda resta com’è.
claim-lead-decides = Decide il referente dell’ente.
claim-letter-answer = La risposta dell’ente:
    { $x }
claim-letter-end = Per saperne di più: { $link }

    { $body }
    Contatti: { $contact }
claim-letter-came-subject = { $actor } chiede di tenere la scheda «{ $card }»
claim-letter-came = È arrivata una richiesta: { $actor } chiede di tenere aggiornata la scheda «{ $card }». Aspetta una risposta.
claim-letter-arrived-subject = Abbiamo ricevuto la richiesta per «{ $card }»
claim-letter-arrived = Grazie: abbiamo ricevuto la richiesta di { $actor } di tenere aggiornata la scheda «{ $card }». Una persona dell’ente la guarda e ti risponde.
claim-letter-accepted-subject = Da oggi tenete voi la scheda «{ $card }»
claim-letter-accepted = La richiesta è accettata: { $actor } tiene aggiornata la scheda «{ $card }». Puoi proporre le modifiche: prima di pubblicarle l’ente le guarda.
claim-letter-refused-subject = La richiesta per «{ $card }» non è stata accettata
claim-letter-refused = La richiesta di { $actor } di tenere aggiornata la scheda «{ $card }» non è stata accettata.
claim-letter-revoked-subject = Non tenete più la scheda «{ $card }»
claim-letter-revoked = Da oggi { $actor } non tiene più aggiornata la scheda «{ $card }». La scheda resta pubblica com’è.

keep-title = Le mie schede
keep-desk-text = I servizi che tenete aggiornati, e che cosa è successo alle vostre proposte
keep-lead = I servizi che tenete aggiornati, le richieste e le proposte, con le risposte dell’ente.
keep-empty = Non tieni ancora nessuna scheda
keep-empty-text = Cerca il vostro servizio: in fondo alla sua pagina puoi chiedere di tenerlo aggiornato.
keep-find = Cerca il servizio
keep-actor = La sua pagina
keep-no-cards = Ancora nessuna scheda.
keep-caption = Le schede che tenete aggiornate, prima quelle non controllate da più tempo
keep-new = Proponi un servizio che manca
keep-new-lead = Un servizio che l’ente non conosce. L’ente lo guarda, lo completa e lo pubblica.
keep-edit-lead = La tiene aggiornata { $x }. Le modifiche si vedono in pubblico quando l’ente le accetta.
keep-nothing-changed = Non è cambiato niente? Dillo con un tocco: in pubblico si vede la data.
keep-waiting = C’è già una proposta che aspetta
keep-waiting-text = Qui sotto trovi la scheda come l’hai proposta. Se la cambi ancora, l’ente vede solo l’ultima versione.
keep-for = Per quale organizzazione
keep-message = Due righe per l’ente
keep-message-hint = Che cosa è cambiato e da quando. Non si pubblica.
keep-send = Manda la proposta
keep-send-new = Proponi questo servizio
keep-proposals = Le proposte
keep-claims = Le richieste

proposal-desk-title = Proposte di modifica
proposal-desk-text = Che cosa propongono attori e uffici per le schede, e la tua risposta
proposal-desk-lead = Le schede pubbliche non cambiano finché non accetti. Prima le proposte più vecchie.
proposal-desk-caption = Proposte nello stato: { $x }
proposal-desk-empty = Nessuna proposta qui
proposal-desk-empty-text = Le proposte arrivano da chi tiene una scheda e da chi risponde «qualcosa è cambiato» a una richiesta di conferma.
proposal-state-pending = da guardare
proposal-state-draft = in bozza
proposal-state-accepted = accettata
proposal-state-partly = accettata in parte
proposal-state-refused = non accettata
proposal-state-withdrawn = ritirata
proposal-author = Chi propone
proposal-what = Che cosa
proposal-new-service = un servizio nuovo
proposal-only-words = solo un messaggio
proposal-fields = { $n ->
    [one] un campo
   *[other] { $n } campi
}
proposal-by = Proposta di { $x }
proposal-message = Messaggio di chi propone
proposal-caption = Che cosa cambierebbe
proposal-field = Campo
proposal-before = Adesso
proposal-before-then = Quando ha proposto
proposal-now = Adesso
proposal-after = Proposto
proposal-outcome = Com’è andata
proposal-taken = accettato
proposal-left = non accettato
proposal-clash = cambiato anche dall’ente
proposal-already = già così
proposal-clashes = { $n ->
    [one] Un campo è cambiato nel frattempo
   *[other] { $n } campi sono cambiati nel frattempo
}
proposal-clashes-text = Questi campi li ha cambiati anche l’ente dopo la proposta. Spunta solo quelli in cui vale la proposta: negli altri resta quello che c’è adesso.
proposal-accept = Accetta i campi spuntati
proposal-read = Ho letto: chiudi la proposta
proposal-take-up = Accetta come bozza
proposal-draft-text = È una bozza: non si vede in pubblico. Completala e pubblicala: l’attore che l’ha proposta la terrà aggiornata.
proposal-publish = Pubblica la scheda
proposal-refuse = Non accettare
proposal-edit = Cambia la proposta
proposal-choose = Spunta almeno un campo, oppure non accettare la proposta dicendo perché.
proposal-nothing = Non hai cambiato niente: cambia un campo, oppure scrivi due righe.
proposal-too-many = Avete già molti servizi nuovi che aspettano una risposta. Aspettate che l’ente risponda.
proposal-decided = Questa proposta è già stata chiusa: ricarica la pagina per vedere com’è andata.
proposal-letter-came-subject = Proposta per la scheda «{ $card }»
proposal-letter-came = { $actor } propone qualcosa per la scheda «{ $card }». La scheda pubblica non cambia finché qualcuno non accetta.
proposal-letter-accepted-subject = La proposta per «{ $card }» è accettata
proposal-letter-accepted = La proposta di { $actor } per la scheda «{ $card }» è accettata: adesso si legge nella pagina pubblica. Grazie.
proposal-letter-partly-subject = La proposta per «{ $card }» è accettata in parte
proposal-letter-partly = La proposta di { $actor } per la scheda «{ $card }» è accettata in parte: una parte si legge già nella pagina pubblica.
proposal-letter-refused-subject = La proposta per «{ $card }» non è stata accettata
proposal-letter-refused = La proposta di { $actor } per la scheda «{ $card }» non è stata accettata. La scheda resta com’era.
proposal-letter-draft-subject = Il servizio «{ $card }» è in bozza
proposal-letter-draft = L’ente ha accettato il servizio «{ $card }» proposto da { $actor }: lo completa e poi lo pubblica.

confirm-desk-title = Conferme delle schede
confirm-desk-text = Chiedi per e-mail se le schede sono ancora vere, e guarda chi ha risposto
confirm-desk-lead = Chiedi agli uffici e agli attori se la loro scheda è ancora vera. Rispondono con un tocco, senza password.
confirm-desk-caption = Le richieste di conferma, prima le più recenti
confirm-desk-empty = Non hai ancora chiesto niente
confirm-desk-empty-text = Scegli le schede che nessuno controlla da più tempo e chiedi se sono ancora vere.
confirm-state = Stato
confirm-state-sent = in attesa di risposta
confirm-state-confirmed = tutto giusto
confirm-state-changed = qualcosa è cambiato
confirm-state-withdrawn = ritirata
confirm-state-expired = scaduta senza risposta
confirm-acts = Che cosa puoi fare
confirm-recipient = A chi
confirm-recipient-of = E-mail di chi risponde per { $x }
confirm-forgotten = (indirizzo cancellato)
confirm-sendings = { $n ->
    [one] una lettera
   *[other] { $n } lettere
}
confirm-again = Manda di nuovo
confirm-withdraw = Ritira
confirm-yearly = Una volta l’anno, da solo
confirm-yearly-on = È acceso: chi non controlla la sua scheda da dodici mesi riceve da solo una richiesta, e al massimo un promemoria dopo quattordici giorni.
confirm-yearly-off = È spento: nessuno riceve richieste se non le mandi tu.
confirm-yearly-start = Accendi
confirm-yearly-stop = Spegni
confirm-ask-title = Chiedi conferma
confirm-ask-lead = Scegli le schede. Chi risponde per più schede riceve una sola lettera, con un collegamento per ciascuna.
confirm-ask-caption = Le schede, prima quelle non controllate da più tempo
confirm-ask-empty = Tutte le schede sono controllate
confirm-ask-empty-text = Nessuna scheda aspetta una conferma da più di dodici mesi.
confirm-ask-these = Chiedi per le schede spuntate
confirm-ask-all = Chiedi per tutte queste
confirm-ready = { $n ->
    [one] C’è una scheda non controllata da dodici mesi di cui sai già l’indirizzo.
   *[other] Ci sono { $n } schede non controllate da dodici mesi di cui sai già l’indirizzo.
}
confirm-show-all = Mostra tutte le schede
confirm-show-stale = Mostra solo quelle non controllate da dodici mesi
confirm-common = Indirizzo per le schede senza
confirm-common-hint = Vale per le schede spuntate a cui non hai scritto un indirizzo.
confirm-choose = Spunta almeno una scheda.
confirm-too-many = Sono troppe schede in una volta: chiedi per 500 schede al massimo.
confirm-address-forgotten = L’indirizzo di questa richiesta è stato cancellato: chiedi di nuovo, scrivendolo.
confirm-closed = Questa richiesta è già chiusa.
confirm-question = Questa scheda è ancora vera? Leggila e rispondi: non serve la password.
confirm-card = Che cosa dice la scheda
confirm-card-empty = La scheda non dice ancora niente oltre al nome.
confirm-who = Chi risponde
confirm-who-hint = L’ufficio o l’associazione: non serve il tuo nome.
confirm-all-right = È tutto giusto
confirm-something = Qualcosa è cambiato
confirm-expires = Puoi rispondere fino al { $x }, una volta sola.
confirm-changed-title = Qualcosa è cambiato
confirm-changed-lead = Correggi quello che è cambiato in «{ $x }». L’ente lo guarda prima di pubblicarlo.
confirm-message = Altro da dirci
confirm-message-hint = Quello che qui non trova posto. Non si pubblica.
confirm-send = Manda
confirm-gone-title = Questo collegamento non funziona
confirm-gone-text = La scheda non è cambiata. Se vuoi correggerla, scrivi o telefona all’ente: trovi qui come.
confirm-gone-contact = I contatti dell’ente
confirm-link-unknown = Il collegamento non esiste o non vale più. A volte i programmi di posta lo tagliano: copialo per intero dalla lettera.
confirm-link-used = Qualcuno ha già risposto con questo collegamento: vale una volta sola.
confirm-link-expired = Il collegamento è scaduto: valeva trenta giorni.
confirm-link-withdrawn = L’ente ha ritirato questa domanda: non serve più rispondere.
confirm-letter-card = { $title }
    { $link }
confirm-letter-subject = Le vostre schede sono ancora vere? { $body }
confirm-letter = Buongiorno,
    nell’elenco pubblico dei servizi ci sono queste schede a cui rispondete voi. Sono ancora vere? Aprite il collegamento, leggete e toccate «È tutto giusto» oppure «Qualcosa è cambiato». Non serve la password.

    { $cards }

    Potete rispondere fino al { $day }. Ogni collegamento vale una volta sola e apre solo quella scheda.

    Grazie,
    { $body }
    Contatti: { $contact }
confirm-letter-again-subject = Promemoria: le vostre schede sono ancora vere? { $body }
confirm-letter-again = Buongiorno,
    due settimane fa vi abbiamo chiesto se queste schede sono ancora vere. Basta un tocco, senza password:

    { $cards }

    Potete rispondere fino al { $day }. Non vi scriveremo altri promemoria.

    Grazie,
    { $body }
    Contatti: { $contact }

done-claim-sent = Richiesta mandata: ti rispondiamo per e-mail.
done-claim-decided = Fatto: chi ha chiesto riceve una lettera.
done-proposal-sent = Proposta mandata: la scheda pubblica cambia quando l’ente la accetta.
done-proposal-decided = Fatto: chi ha proposto riceve una lettera.
done-proposal-draft = È una bozza: completala e pubblicala.
done-proposal-published = La scheda è pubblica.
done-card-confirmed = Grazie: la scheda è confermata, con la data di oggi.
done-card-changed = Grazie: l’ente guarda che cosa è cambiato e aggiorna la scheda.
done-cards-asked = Lettere pronte: partono subito.
done-cards-yearly = Salvato.
done-request-withdrawn = Ritirata.
done-nothing-to-do = Era già chiusa: non è cambiato niente.

# Rilievi
finding-minor = Da sapere
finding-notable = Da sistemare
finding-serious = Urgente
finding-state-open = Da decidere
finding-state-accepted = Accettato
finding-state-postponed = Rimandato
finding-state-dismissed = Lasciato cadere
finding-state-resolved = Risolto
finding-refused-decided = Su questo rilievo è già stato deciso. Ricarica la pagina per vedere che cosa.
finding-refused-gone = Questo rilievo non c’è più: il profilo è cambiato. Ricarica la pagina.
finding-refused-not-decided = Su questo rilievo non c’è ancora una decisione da ritirare.
finding-refused-not-later = Scegli un giorno che deve ancora venire.
finding-thread = da un rilievo
finding-rule-area = Area senza servizi
finding-advice-area = Chiedi agli uffici se il servizio manca davvero o manca solo la scheda.
finding-rule-municipality = Comune senza servizi
finding-advice-municipality = Controlla i comuni scritti nelle schede, poi pensa a come arrivare anche lì.
finding-rule-need = Bisogno senza risposta
finding-advice-need = Cerca un servizio da estendere, o portalo nel percorso partecipato.
finding-rule-asked-twice = Dato chiesto due volte
finding-advice-asked-twice = Fai passare il dato da una base all’altra: si chiede una volta sola.
finding-rule-service-alone = Servizio senza base dati
finding-advice-service-alone = Collega la base dati che usa. Se lavora solo su carta, è un’azione per l’Agenda.
finding-rule-orphan = Base dati che nessuno usa
finding-advice-orphan = Collega i servizi che la usano, oppure valuta se serve ancora.
finding-rule-national = Manca il collegamento con ANPR, ISEE o SIUSS
finding-advice-national = Se il servizio legge già quel registro, scrivilo nei collegamenti. Se no, è un’azione per l’Agenda.
finding-rule-platform = Tutto online, ma senza identità o pagamento
finding-advice-platform = Prevedi SPID e CIE per entrare, e pagoPA per pagare.
finding-rule-owner = Nessuno ne risponde
finding-advice-owner = Scrivi nella scheda l’ente o l’ufficio che ne risponde.
finding-rule-contract = Contratto che finisce prima dell’Agenda
finding-advice-contract = Metti il rinnovo o il cambio tra le azioni dell’Agenda.
finding-rule-stale = Scheda da ricontrollare
finding-advice-stale = Rileggi la scheda e segnala che è controllata.
finding-reason-area = Nessun servizio attivo per quest’area: { $area }.
finding-reason-area-places = Per l’area «{ $area }» non c’è un servizio attivo a { $places }.
finding-reason-municipality = A { $place } non c’è nessun servizio attivo.
finding-reason-need = Nessun servizio attivo risponde a questo bisogno: { $need }
finding-reason-need-areas = Nessun servizio attivo risponde a questo bisogno per { $areas }: { $need }
finding-reason-need-places = Nessun servizio attivo risponde a questo bisogno a { $places }: { $need }
finding-reason-need-both = Nessun servizio attivo per { $areas } a { $places } risponde a questo bisogno: { $need }
finding-reason-written-twice = «{ $service }» scrive a mano in { $n } basi dati: { $databases }.
finding-reason-kept-twice = «{ $entity }» è in { $n } basi dati locali che non si parlano: { $databases }.
finding-reason-service-alone = «{ $service }» non usa nessuna base dati.
finding-reason-orphan = Nessun servizio usa «{ $database }», e non scambia dati con altre.
finding-reason-national = «{ $service }» ha bisogno di { $register }, ma non lo raggiunge.
finding-reason-no-identity = «{ $service }» deve arrivare al livello { $level }, ma non prevede un accesso con identità digitale.
finding-reason-no-payment = «{ $service }» deve arrivare al livello { $level } e si paga, ma non prevede pagoPA.
finding-reason-no-identity-nor-payment = «{ $service }» deve arrivare al livello { $level } e si paga, ma non prevede né identità digitale né pagoPA.
finding-reason-service-owner = Nella scheda di «{ $name }» non c’è titolare, né gestore, né ufficio.
finding-reason-database-owner = Nella scheda di «{ $name }» non c’è titolare, né ufficio responsabile.
finding-reason-contract = Il contratto di «{ $database }» finisce il { $day }; l’Agenda arriva al { $until }.
finding-reason-contract-ended = Il contratto di «{ $database }» è finito il { $day }.
finding-reason-stale = Nessuno controlla «{ $name }» dal { $day }.
findings-title = Rilievi
findings-lead = Che cosa manca o non torna nel profilo. Decidi su ogni rilievo: accettalo, rimandalo o lascialo cadere.
findings-desk = Che cosa manca o non torna, e che cosa ne fate
findings-look = Controlla adesso
findings-look-text = Il profilo si ricontrolla da solo ogni ora e dopo ogni importazione. Le decisioni restano.
findings-count = { $n ->
    [0] Nessun rilievo
    [one] Un rilievo
   *[other] { $n } rilievi
}
findings-empty = Nessun rilievo qui
findings-empty-text = Premi «Controlla adesso» per rileggere il profilo, oppure guarda gli altri stati.
findings-filter-state = Stato
findings-filter-rule = Regola
findings-any-rule = Tutte le regole
findings-decide = Decidi
findings-decide-lead = Leggi perché, guarda le schede e scegli che cosa farne.
findings-evidence = Dove si vede
findings-first-seen = Visto per la prima volta il { $x }.
findings-resolved-on = Risolto il { $x }.
findings-until = Da riguardare il { $x }.
findings-dismissed-why = Motivo: { $x }
findings-accept = Accetta
findings-accept-lead = Diventa un bisogno scritto, pubblico e collegato alle schede.
findings-accept-need = Accetta come bisogno
findings-accept-action = Accetta e scrivi un’azione
findings-need-words = Il bisogno, in parole semplici
findings-need-evidence = Come lo sappiamo
findings-postpone = Rimanda
findings-postpone-until = Riguardalo il
findings-dismiss = Lascia cadere
findings-dismiss-why = Perché
findings-take-back = Ritira la decisione
findings-back = Torna ai rilievi
findings-became = È diventato il bisogno numero { $n }.
findings-new-action = Scrivi un’azione per questo bisogno
findings-rules-link = Come funzionano le regole
findings-public-lead = Che cosa l’ente ha riconosciuto guardando il profilo, e i bisogni che ne ha scritto.
findings-public-empty = Ancora nessun bisogno scritto
findings-public-empty-text = Quando l’ufficio accetta un rilievo o scrive un bisogno, lo trovi qui.
findings-public-needs = Bisogni
findings-public-rules = Le regole
findings-public-rules-lead = Il programma controlla il profilo con queste regole. Una persona decide che cosa farne.
findings-to-decide = { $n ->
    [one] Un rilievo aspetta una decisione.
   *[other] { $n } rilievi aspettano una decisione.
}
needs-number = Bisogno { $n }
needs-everywhere = ovunque
needs-new = Scrivi un bisogno
needs-new-lead = Da una scheda del piano di zona, da un tavolo, da un ufficio. Se nessun servizio risponde, diventa un rilievo.
needs-save = Salva il bisogno
needs-areas = Per chi
needs-areas-hint = Nessuna scelta: per tutti.
needs-municipalities = Dove
needs-municipalities-hint = Nessuna scelta: ovunque.
done-findings-looked = Fatto: il profilo è stato ricontrollato.
done-finding-accepted = Fatto: il rilievo è diventato un bisogno.
done-finding-postponed = Fatto: il rilievo è rimandato.
done-finding-dismissed = Fatto: il rilievo è lasciato cadere.
done-finding-taken-back = Fatto: il rilievo è di nuovo da decidere.
done-need-written = Fatto: il bisogno è salvato.

# Bisogno e offerta
offer-title = Dove arrivano i servizi
offer-lead = Quanti servizi attivi ci sono in ogni comune, per chi, e dove non arriva nessuno.
offer-map-lead = Un riquadro per comune, in ordine alfabetico: non è una carta geografica. Dove non arriva nessuno il bordo è tratteggiato.
offer-level-short = livello { $level }
offer-level = livello { $x }
offer-nobody = nessuno
offer-empty = Mancano i comuni dell’ente
offer-empty-text = Quando l’ente avrà scritto i suoi comuni, qui si vede dove arrivano i servizi.
offer-gaps = { $n ->
    [0] Ogni area è servita in ogni comune.
    [one] In un caso un’area non è servita in un comune.
   *[other] In { $n } casi un’area non è servita in un comune.
}
offer-empty-places = Nessun servizio a { $x }.
offer-caption = Servizi attivi per comune e per area, con il livello digitale medio
offer-place = Comune
offer-all = Tutti
offer-notes = Un servizio che non dice in quali comuni lavora conta in tutti. Tempi di attesa e abitanti non sono ancora rilevati.

# Basi dati essenziali
essential-stops = Un servizio ci scrive il suo lavoro: senza, si ferma.
essential-law = La prevede una norma o un atto.
essential-shared = La usano almeno tre servizi.
essential-measures = Serve a misurare un indicatore dell’Agenda.
essential-said-no = L’ufficio ha scritto che non è essenziale, anche se:

# Elenchi di legge
profile-law-lists = Elenchi per gli adempimenti
profile-agid-list = Elenco delle basi dati per AgID (art. 24-quater)
profile-register-draft = Bozza per il registro dei trattamenti
profile-register-common = dati comuni
profile-register-special = categorie particolari (art. 9 GDPR)
profile-register-users = persone che usano i servizi
profile-register-minors = minori
profile-register-fill = da completare
profile-register-purposes = Finalità
profile-register-people = Categorie di interessati
profile-register-kinds = Categorie di dati
profile-register-recipients = Destinatari
profile-register-retention = Conservazione

# Scambi
exchanges-title = Scambi tra basi dati
exchanges-lead = Che cosa una base dati passa a un’altra. Chi scambia i dati non li chiede due volte.
exchanges-none = Questa base dati non scambia ancora niente con altre.
exchanges-caption = Scambi di questa base dati
exchanges-from = Da
exchanges-to = A
exchanges-what = Che cosa passa
exchanges-add = Aggiungi o cambia uno scambio
exchanges-save = Salva lo scambio
exchanges-remove = Togli
exchanges-section = Scambi con altre basi dati
done-exchange-saved = Fatto: lo scambio è salvato.
done-exchange-removed = Fatto: lo scambio non c’è più.

# Fotografie
snapshots-title = Fotografie del profilo
snapshots-lead = Il profilo com’era in un giorno: non cambia più, e si può confrontare.
snapshots-desk = Ferma il profilo a oggi, confrontalo e pubblicalo
snapshots-name = Nome della fotografia
snapshots-name-hint = Per esempio: Prima dell’ascolto, maggio 2027
snapshots-take = Scatta la fotografia di oggi
snapshots-empty = Ancora nessuna fotografia.
snapshots-published = Pubblica
snapshots-publish = Pubblica
snapshots-taken = Il profilo com’era il { $x }.
snapshots-compare = Confronta con
snapshots-alone-choice = Nessun confronto
snapshots-numbers = I numeri
snapshots-what = Che cosa
snapshots-before = Nell’altra
snapshots-here = In questa
snapshots-added = Schede nuove
snapshots-changed = Schede cambiate
snapshots-removed = Schede che non ci sono più
snapshots-none = Nessuna.
snapshots-hash = Impronta del contenuto (SHA-256):
snapshots-services = Servizi
snapshots-databases = Basi dati
snapshots-uses = Usi di basi dati
snapshots-municipalities = Comuni coperti
snapshots-alone = Servizi senza base dati
snapshots-unused = Basi dati che nessuno usa
snapshots-services-complete = Completezza media dei servizi, su 100
snapshots-databases-complete = Completezza media delle basi dati, su 100
done-snapshot-taken = Fatto: la fotografia è scattata.
done-snapshot-published = Fatto: la fotografia è pubblica.

# Imports and zone-plan sheets
profile-file-no-such-encoding = Questa codifica non esiste. Scrivi per esempio «utf-8» o «windows-1252», oppure lascia vuoto.
profile-rows-left-out = lasciate fuori
profile-preview-left-out = { $n ->
    [one] Una riga è lasciata fuori: resta com’è.
   *[other] { $n } righe sono lasciate fuori: restano come sono.
}
profile-preview-choose = Scegli che cosa accettare
profile-preview-choose-text = Togli la spunta a una riga o a un campo per lasciarlo com’è. Le scelte restano salvate mentre passi da una pagina all’altra.
profile-preview-keep = Salva le scelte di questa pagina
profile-preview-accept-all = Accetta tutto
profile-preview-only-empty = Riempi solo i campi vuoti
profile-preview-only-empty-on = Si riempiono solo i campi vuoti
profile-preview-without-column = Niente di questa colonna
profile-preview-with-column = Rimetti questa colonna
profile-preview-take-row = Prendi la riga { $n }
profile-preview-next = Salva le scelte e vai alla pagina dopo
profile-format-known = Abbiamo riconosciuto il vostro formato
profile-format-known-text = Le colonne sono quelle confermate l’ultima volta.
profile-format-forget = Dimentica questo formato
done-format-forgotten = Il formato è dimenticato: controlla le colonne.
profile-read-other = Il foglio è stato letto male?
profile-read-sheet = Foglio da leggere
profile-read-header = Riga dei nomi delle colonne
profile-read-header-hint = Il numero che vedi a sinistra nel foglio.
profile-read-encoding = Codifica del testo
profile-read-encoding-hint = Solo se le lettere accentate sono sbagliate: per esempio windows-1252 oppure macintosh.
profile-read-again = Leggi di nuovo
profile-done-entry = Guarda che cosa è cambiato, o annulla l’importazione
profile-log-title = Importazioni fatte
profile-log-go = Guarda le importazioni fatte, o annullane una
profile-log-lead = Ogni importazione con quello che ha creato e cambiato. Si può annullare anche dopo.
profile-log-empty = Ancora nessuna importazione
profile-log-empty-text = Quando importi un foglio, qui trovi che cosa ha cambiato.
profile-log-caption = Le importazioni, dalla più recente
profile-log-what = Che cosa
profile-log-when = Quando
profile-log-who = Chi
profile-log-program = Il programma
profile-log-no-name = Senza nome
profile-log-hash = Impronta del file (SHA-256)
profile-log-undone = Annullata
profile-log-made = Scheda creata
profile-log-field = Campo
profile-log-before = Prima
profile-log-after = Dopo
profile-log-changes = Che cosa ha fatto
profile-log-entry-lead = Che cosa ha creato e cambiato questa importazione.
profile-undo-ask = Annulla questa importazione
profile-undo-title = Annulla l’importazione
profile-undo-lead = Non è ancora stato annullato niente. Ecco che cosa succederebbe.
profile-undo-removed = schede create che verrebbero tolte
profile-undo-restored = campi che tornerebbero com’erano
profile-undo-left = cambiamenti che resterebbero
profile-undo-left-title = Qualcosa non si può annullare
profile-undo-left-text = Nel frattempo qualcuno ci ha lavorato: queste voci restano come sono adesso.
profile-undo-why = Perché resta
profile-undo-changed = Qualcuno l’ha cambiata dopo
profile-undo-referred = Altre schede la usano
profile-undo-gone = Non c’è più
profile-undo-do = Annulla l’importazione
profile-undo-not = Lascia com’è
done-undone = L’importazione è annullata.
done-undone-before = Questa importazione era già annullata.
profile-plan-sheets = Schede del piano di zona
profile-plan-sheets-lead = Gli interventi del piano di zona, con le risorse e gli indicatori.
profile-plan-sheets-caption = Le schede intervento, per titolo
profile-plan-sheets-count = { $n ->
    [one] Una scheda
   *[other] { $n } schede
}
profile-desk-plan-sheets = Scrivi e controlla le schede intervento
profile-sheet-plan-hint = Le schede intervento: una riga per scheda, una colonna per ogni fonte di spesa
profile-empty-plan-sheets = Ancora nessuna scheda intervento
profile-new-plan-sheet = Nuova scheda intervento
profile-section-plan = La scheda
profile-section-plan-content = L’intervento
profile-section-plan-expenses = Preventivo di spesa
profile-section-plan-indicators = Indicatori
profile-hint-indicators = Uno per riga: «Persone seguite: 40 → 60», cioè nome, valore di oggi e valore da raggiungere.
profile-plan-no-expenses = Nessuna spesa indicata.
profile-plan-money-source = Fonte
profile-plan-money = Importo
profile-plan-total = Totale
profile-plan-now = Oggi
profile-plan-target = Da raggiungere
profile-plan-services = Servizi che la attuano
profile-plan-no-services = Ancora nessun servizio. Nella scheda di un servizio, scrivi il codice di questa scheda tra le «Schede del piano di zona».
profile-field-plan-years = Anni
profile-field-district = Distretto
profile-field-territory = Ambito territoriale
profile-field-main-regional-sheet = Scheda regionale prevalente
profile-field-continuing = In continuità con la programmazione precedente
profile-field-community-lab = Nel percorso Community Lab
profile-field-plan-area = Area del piano
profile-field-cross-areas = Aree trasversali
profile-field-needs = Bisogni e motivazione
profile-field-planned-actions = Azioni previste
profile-field-integrated-policies = Politiche integrate collegate
profile-field-partners = Istituzioni e attori coinvolti
profile-field-referents = Referenti dell’intervento
profile-field-cost-municipalities = Risorse dei Comuni
profile-field-cost-regional-fund = Fondo sociale locale, quota regionale
profile-field-cost-state-fund = Fondo sociale locale, quota statale
profile-field-cost-frna = FRNA
profile-field-cost-fna = FNA
profile-field-cost-dopo-di-noi = Fondo Dopo di noi
profile-field-cost-poverty-fund = Fondo povertà
profile-field-cost-european = Fondi europei e PNRR
profile-field-cost-health = Risorse dell’AUSL
profile-field-cost-other = Altre risorse
profile-field-indicators = Indicatori
profile-field-novelty = Novità rispetto all’anno precedente
profile-field-cancelled = Annullata
profile-choice-plan-area-a = A – Domiciliarità e prossimità
profile-choice-plan-area-b = B – Riduzione delle disuguaglianze e salute
profile-choice-plan-area-c = C – Autonomia delle persone
profile-choice-plan-area-d = D – Partecipazione
profile-choice-plan-area-e = E – Qualità dei servizi
profile-template-many = Anche più di uno, separati da punto e virgola.
profile-template-money = In euro, per esempio 1.234,50.
profile-template-day = Per esempio 31/12/2026.
profile-template-whole = Un numero intero.
profile-template-required = Questa colonna serve.
open-plan-sheets = Schede del piano di zona
open-plan-sheets-text = Gli interventi del piano di zona: bisogni, azioni, spese per fonte, indicatori.

## Segnalare un errore
report-title = Segnala un errore
report-lead = Che cosa non torna nella scheda «{ $x }»? Lo legge l’ufficio che la tiene, e la corregge.
report-message = Che cosa c’è di sbagliato?
report-message-hint = Per esempio: «il numero di telefono non è più quello». Non scrivere fatti tuoi o di altri: servono solo gli errori della scheda.
report-email = La tua e-mail
report-email-hint = Solo se vuoi una risposta. Non la vede nessun altro e la cancelliamo poco dopo averti risposto.
report-privacy = Che cosa facciamo di quello che scrivi
report-send = Manda la segnalazione
report-too-many = Abbiamo già molte segnalazioni da leggere. Riprova tra qualche giorno, oppure scrivi o telefona all’ente: i recapiti sono nella pagina dei contatti.
report-author = Segnalazione dal sito
report-from-page = Segnalazione arrivata dalla pagina pubblica
report-edit-card = Correggi la scheda
report-no-email = Chi ha scritto non ha lasciato un’e-mail: la risposta resta solo qui.
report-with-email = Chi ha scritto ha lasciato un’e-mail: riceve la tua risposta.
report-done = Fatto: chiudi la segnalazione
report-close = Chiudi senza correggere
report-letter-came-subject = Segnalazione sulla scheda «{ $card }»
report-letter-came = Dalla pagina pubblica qualcuno segnala un errore nella scheda «{ $card }».
report-letter-subject = La tua segnalazione su «{ $card }»
report-letter-done = Grazie: abbiamo letto la tua segnalazione sulla scheda «{ $card }» e abbiamo fatto quello che serviva.
report-letter-closed = Grazie: abbiamo letto la tua segnalazione sulla scheda «{ $card }». La scheda resta com’è.
done-report-sent = Grazie: la segnalazione è arrivata all’ufficio.
proposal-kind = Che cosa
proposal-kind-all = Proposte e segnalazioni
proposal-kind-proposals = Solo proposte
proposal-kind-reports = Solo segnalazioni di errori

## Vocabolari
vocabulary-title = Vocabolari
vocabulary-desk = Le classificazioni: quelle ufficiali e quelle dell’ente
vocabulary-lead = Le tabelle con cui si classificano i servizi. Accanto a quelle ufficiali puoi tenere le tue: zone, progetti, aree del piano. Una voce si chiude e non si cancella; il suo codice non si usa mai più.
vocabulary-own = Dell’ente
vocabulary-own-none = L’ente non ha ancora tabelle sue. Creane una: le voci si scrivono a mano o si importano da un foglio.
vocabulary-others = Di altri enti e ufficiali
vocabulary-others-text = Valgono anche qui e non si cambiano da qui: le prime le tiene l’ente che sta sopra, le ufficiali arrivano con il programma.
vocabulary-others-none = Non ce ne sono.
vocabulary-official = Elenco ufficiale
vocabulary-new = Nuova tabella
vocabulary-new-lead = Dopo averla creata aggiungi le voci, a mano o da un foglio. Vale per questo ente e per quelli che ne fanno parte.
vocabulary-name = Nome
vocabulary-name-hint = Per esempio: Zone sociali.
vocabulary-name-en = Nome in inglese
vocabulary-slug = Parola breve
vocabulary-slug-hint = Sta davanti ai codici, per esempio zone:Z1. Se la lasci vuota la ricaviamo dal nome. Poi non cambia più.
vocabulary-source = Fonte
vocabulary-source-hint = Da dove viene: un atto, un sito, un ufficio.
vocabulary-version = Versione
vocabulary-version-hint = Un numero o una data. Se la lasci vuota è la 1.
vocabulary-version-day = Giorno della versione
vocabulary-create = Crea la tabella
vocabulary-terms = Voci
vocabulary-owner = La tiene
vocabulary-code = Codice
vocabulary-column-label = Etichetta
vocabulary-column-label-en = Etichetta in inglese
vocabulary-column-parent = Voce superiore
vocabulary-column-uri = Indirizzo
vocabulary-column-from = Valida dal
vocabulary-column-until = Chiusa dal
vocabulary-column-replaced = Sostituita da
vocabulary-download = Scarica la tabella (CSV)
vocabulary-search = Cerca tra le voci
vocabulary-state = Stato
vocabulary-state-all = Aperte e chiuse
vocabulary-state-open = Solo aperte
vocabulary-state-closed = Solo chiuse
vocabulary-caption = { $x }: le voci, nel loro ordine
vocabulary-empty = Ancora nessuna voce
vocabulary-empty-text = Aggiungine una, oppure importa un foglio con le colonne Codice ed Etichetta.
vocabulary-found-none = Nessuna voce con queste parole
vocabulary-found-none-text = Prova con meno parole, o guarda anche le voci chiuse.
vocabulary-versions = Le versioni di questa tabella
vocabulary-n-added = { $n ->
    [one] una voce nuova
   *[other] { $n } voci nuove
}
vocabulary-n-changed = { $n ->
    [one] una cambiata
   *[other] { $n } cambiate
}
vocabulary-n-closed = { $n ->
    [one] una chiusa
   *[other] { $n } chiuse
}
vocabulary-closed = non più in uso
vocabulary-closed-on = Chiusa dal { $x }
vocabulary-closes-on = Si chiude il { $x }
vocabulary-from = Vale dal { $x }
vocabulary-replaced = al suo posto { $x }
vocabulary-term-new = Aggiungi una voce
vocabulary-term-lead = Il codice non si può più cambiare né riusare: sceglilo con calma.
vocabulary-code-hint = Lettere, numeri, trattino, punto: per esempio Z1.
vocabulary-parent-hint = Il codice della voce più ampia, se c’è.
vocabulary-from-hint = Lascia vuoto se vale da subito.
vocabulary-term-add = Aggiungi la voce
vocabulary-term-code = Codice { $x }
vocabulary-term-save = Salva le parole
vocabulary-used = { $n ->
    [0] Nessuna scheda di questo ente la usa.
    [one] Una scheda di questo ente la usa.
   *[other] { $n } schede di questo ente la usano.
}
vocabulary-close = Chiudi la voce
vocabulary-close-text = Le schede che la usano la tengono, con scritto che non è più in uso. Nessuna scheda nuova può averla. Non si può riaprire.
vocabulary-until-hint = Il primo giorno in cui non si usa più. Lascia vuoto per oggi.
vocabulary-replaced-hint = Il codice della voce che prende il suo posto, se c’è.
vocabulary-already-closed = Questa voce è già chiusa.
vocabulary-import = Importa una nuova versione
vocabulary-import-lead = Il foglio è la nuova versione della tabella. Prima vedi che cosa si aggiunge, cambia e si chiude; si salva solo quando lo confermi, tutto insieme o niente.
vocabulary-import-file-hint = Un file .xlsx, .ods o .csv con le colonne Codice ed Etichetta. Altre colonne possibili: Etichetta in inglese, Voce superiore, Indirizzo, Valida dal, Chiusa dal, Sostituita da.
vocabulary-import-begin = Non sai da dove partire? Parti dalla tabella di oggi.
vocabulary-version-now = Adesso è la versione { $x }.
vocabulary-whole = Il foglio è completo
vocabulary-whole-hint = Le voci aperte che il foglio non nomina si chiudono. Togli la spunta se il foglio ha solo aggiunte e correzioni.
vocabulary-preview = Anteprima della nuova versione
vocabulary-preview-version = Versione: { $x }.
vocabulary-preview-whole = Le voci che il foglio non nomina si chiudono.
vocabulary-preview-part = Le voci che il foglio non nomina restano come sono.
vocabulary-preview-wrong-text = Finché ci sono errori non si salva niente.
vocabulary-preview-nothing = Le voci sono già così: confermando cambia solo il nome della versione.
vocabulary-preview-caption = Che cosa succede a ogni voce
vocabulary-what = Che cosa succede
vocabulary-apply = Conferma la versione { $x }
vocabulary-rows-added = nuove
vocabulary-rows-changed = cambiate
vocabulary-rows-closed = chiuse
vocabulary-rows-unchanged = già uguali
vocabulary-is-added = Si aggiunge
vocabulary-is-changed = Cambia
vocabulary-is-closed = Si chiude
vocabulary-is-gone = Si chiude: il foglio non la nomina
vocabulary-is-unchanged = Già uguale
vocabulary-moved = Qualcuno ha cambiato la tabella dopo l’anteprima. Guarda di nuovo che cosa succederebbe e conferma.
vocabulary-too-many = Sono troppe voci: una tabella ne tiene al massimo 20.000. Dividila in più tabelle.
vocabulary-no-columns = Nel foglio mancano la colonna dei codici o quella delle etichette. Chiamale Codice ed Etichetta.
vocabulary-row-code = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un codice. Usa lettere, numeri, trattino, punto, al massimo 40.
vocabulary-row-no-such-term = Riga { $row }: la voce «{ $value }» non c’è, né nel foglio né nella tabella. Controlla il codice.
vocabulary-row-turns = Riga { $row }: le voci superiori girano in tondo e tornano a «{ $value }». Cambia una voce superiore.
vocabulary-row-closed-code = Riga { $row }: il codice «{ $value }» è di una voce chiusa e non si può riusare. Usa un codice nuovo, o lascia la voce chiusa con la sua data nella colonna Chiusa dal.
vocabulary-row-unknown = Riga { $row }: la voce «{ $value }» non c’è nelle tabelle dell’ente. Controlla tabella e codice, o aggiungila prima tra i vocabolari.
vocabulary-row-closed = Riga { $row }: la voce «{ $value }» non è in uso e non si può dare a questa scheda. Scegline un’altra.
vocabulary-form-unknown = Una voce non c’è nelle tabelle dell’ente. Controlla tabella e codice.
vocabulary-form-closed = Una voce non è più in uso, o non lo è ancora: non si può dare a questa scheda.
vocabulary-form-no-word = Scrivi almeno una lettera o un numero.
vocabulary-form-word-taken = Questa parola è già di un’altra tabella: scegline un’altra.
vocabulary-form-code = Usa lettere, numeri, trattino, punto, al massimo 40.
vocabulary-form-code-used = Questo codice è già stato usato, forse da una voce chiusa. I codici non si riusano: scegline un altro.
vocabulary-form-no-such-term = Non c’è una voce aperta con questo codice.
vocabulary-form-turns = Questa voce starebbe sopra sé stessa: scegli un’altra voce superiore.
vocabulary-edit-none = L’ente non ha ancora tabelle sue.
vocabulary-edit-large = La tabella è grande: scrivi i codici qui sotto.
vocabulary-edit-rest = Altre voci
done-vocabulary-created = Tabella creata: ora aggiungi le voci.
done-vocabulary-term = Voce aggiunta.
done-vocabulary-mended = Salvato.
done-vocabulary-closed = Fatto: nessuna scheda nuova può più averla.
done-vocabulary-version = Fatto: la nuova versione è in uso.
done-vocabulary-abandoned = Fatto: il foglio è stato buttato via, la tabella è rimasta com’era.
open-tables = Tabelle dell’ente
open-tables-text = Le classificazioni dell’ente e degli enti di cui fa parte: dicono che cosa vogliono dire i codici della colonna local_terms.

# Altre fonti: elenchi di altri enti, pagine di siti, grafi
profile-source-too-large = Una volta aperto, il file supera { $n } MB. Dividilo in più file e caricali uno dopo l’altro.
profile-source-encoding = Il file non è scritto in UTF-8, come chiedono JSON e RDF. Salvalo o chiedilo in UTF-8 e caricalo di nuovo.
profile-source-too-deep = Il file ha troppe parti una dentro l’altra: non è un elenco di servizi. Non è stato letto niente.
profile-source-too-many = Il file ha più di { $n } parti, servizi o affermazioni. Dividilo in più file e caricali uno dopo l’altro.
profile-source-json = Il file sembra JSON ma è incompleto o ha un errore. Scaricalo di nuovo da dove viene e riprova.
profile-source-graph = Il file sembra RDF (Turtle, JSON-LD o RDF/XML) ma è incompleto o ha un errore. Scaricalo di nuovo da dove viene e riprova.
profile-source-outside = Il file rimanda a contenuti che stanno altrove: entità XML o un contesto da scaricare. Per sicurezza non si legge: chiedine una copia completa.
profile-source-no-service = Il file si legge, ma non contiene servizi. Si leggono servizi HSDS 3.0 in JSON e CPSV-AP in RDF.
profile-source-no-service-on-page = La pagina si legge, ma non ha i dati di un servizio: né i segni del modello dei siti comunali né un GovernmentService. Serve la pagina di un solo servizio.
profile-source-only-services = Questo file contiene servizi. Scegli «Servizi» e caricalo di nuovo.
profile-source-archive = L’archivio ZIP è rovinato, incompleto o chiuso da una password. Rifallo e caricalo di nuovo.

## Importazione da un indirizzo
profile-fetch-title = Da un indirizzo
profile-fetch-lead = Scrivi dove si trova la pagina di un servizio, l’elenco di un altro ente (HSDS) o un file RDF. Il programma lo va a prendere e ti mostra che cosa cambierebbe.
profile-fetch-address = Indirizzo
profile-fetch-address-hint = Comincia con https:// e dev’essere aperto a tutti, per esempio https://www.comune.esempio.it/servizi/pasti-a-domicilio
profile-fetch-go = Vai a prenderlo
profile-fetch-waiting = In attesa
profile-fetch-fetching = Lo sto leggendo
profile-fetch-done = Letto
profile-fetch-failed = Non letto
profile-fetch-preview = Guarda che cosa cambierebbe
profile-fetch-look = Guarda se è pronto
profile-fetch-forget = Togli
profile-fetch-not-an-address = Questo non è un indirizzo. Copialo dal navigatore: comincia con https:// e non contiene nome e password.
profile-fetch-no-such-host = Il sito di questo indirizzo non esiste o non si trova. Controlla che sia scritto giusto.
profile-fetch-not-public = Questo indirizzo porta dentro una rete privata, non su internet: per sicurezza non si legge. Scarica il file e caricalo.
profile-fetch-too-many-redirects = L’indirizzo rimanda ad altri più di { $n } volte. Aprilo nel navigatore e copia l’indirizzo a cui si arriva.
profile-fetch-unprotected = L’indirizzo è protetto (https) ma rimanda a uno che non lo è (http): per sicurezza non si legge. Scarica il file e caricalo.
profile-fetch-status = Il sito ha risposto di no (codice { $n }). Apri l’indirizzo nel navigatore: se lì si vede, scarica il file e caricalo.
profile-fetch-too-large = Quello che sta all’indirizzo supera { $n } MB. Scaricalo, dividilo in più file e caricali.
profile-fetch-too-slow = Il sito non ha risposto per intero in { $n } secondi. Riprova più tardi, oppure scarica il file e caricalo.
profile-fetch-no-connection = Il sito non risponde, oppure il suo certificato non è valido. Riprova più tardi, oppure scarica il file e caricalo.
profile-fetch-compressed = Il sito manda il file compresso in un modo che non si legge. Scaricalo e caricalo.
profile-fetch-interrupted = La lettura si è interrotta più volte. Chiedi di nuovo l’indirizzo, oppure scarica il file e caricalo.
profile-fetch-too-many = Ci sono già { $n } indirizzi in attesa. Aspetta che siano letti, o togline qualcuno.
done-address-asked = Fatto: tra poco l’indirizzo sarà letto. Ricarica la pagina per vedere se è pronto.
done-address-forgotten = Fatto: l’indirizzo non c’è più.
