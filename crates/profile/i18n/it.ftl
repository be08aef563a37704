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
profile-choice-platforms-spid-cie = SPID e CIE
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
profile-import-file-hint = Un file .xlsx, .ods o .csv, fino a 20 MB. Una riga deve avere i nomi delle colonne.
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
