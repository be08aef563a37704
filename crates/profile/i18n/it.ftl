# Moduli e rifiuti
profile-form-not-a-code = Usa solo lettere, numeri, trattino, punto: per esempio SER-01.
profile-form-not-yes-no = Scrivi sì oppure no.
profile-form-not-a-url = Scrivi l'indirizzo per intero: comincia con https://
profile-form-code-taken = Questo codice è già di un'altra scheda: scegline un altro.
profile-invalid = { $n ->
    [one] C'è un campo da correggere.
   *[other] Ci sono { $n } campi da correggere.
}
profile-not-found = Questa scheda non c'è. Forse il codice è cambiato: cercala nell'elenco.
profile-stale = Qualcuno ha cambiato questa scheda mentre la modificavi. Ricarica la pagina e ripeti le tue modifiche.

# File
profile-file-empty = Il file è vuoto. Scegli il foglio con i dati e caricalo di nuovo.
profile-file-no-rows = Il file ha solo l'intestazione, o nemmeno quella. Aggiungi almeno una riga e caricalo di nuovo.
profile-file-no-headings = La prima riga non ha intestazioni. Scrivi in alto i nomi delle colonne, per esempio «Codice» e «Nome».
profile-file-too-large = Il file supera { $n } MB. Togli immagini e fogli che non servono, oppure dividilo in più file.
profile-file-too-many-rows = Il file ha più di { $n } righe. Dividilo in più file e caricali uno dopo l'altro.
profile-file-too-many-columns = Il file ha più di { $n } colonne. Togli quelle che non servono.
profile-file-bomb = Il file, una volta aperto, supera { $n } MB. Copia i dati in un foglio nuovo e salva quello.
profile-file-broken-xlsx = Il file Excel è rovinato o incompleto. Aprilo, salvalo di nuovo come .xlsx e ricaricalo.
profile-file-old-excel = È un file Excel vecchio (.xls) o protetto da password. Salvalo come .xlsx senza password, oppure come CSV.
profile-file-not-a-table = Questo file non è una tabella. Servono un file .csv oppure .xlsx.
profile-file-huge-cell = Una cella ha più di { $n } caratteri: forse manca una virgoletta di chiusura. Controlla il file e ricaricalo.

# Colonne
profile-mapping-no-name = Manca la colonna del nome: indica quale colonna contiene il nome.
profile-mapping-twice = Due colonne sono collegate allo stesso campo: lasciane una sola.
profile-mapping-unknown-field = Una colonna è collegata a un campo che non esiste: scegline uno dell'elenco.
profile-mapping-no-such-column = Hai collegato una colonna che nel file non c'è: carica di nuovo il file.

# Importazione
profile-import-rows-wrong = { $n ->
    [one] C'è un errore nel file, e non è stato salvato niente. Correggilo e carica di nuovo il file.
   *[other] Ci sono { $n } errori nel file, e non è stato salvato niente. Correggili e carica di nuovo il file.
}
profile-import-moved = Nel frattempo qualcuno ha cambiato le schede, e non è stato salvato niente. Guarda la nuova anteprima e conferma.

# Errori di riga
profile-row-missing = Riga { $row }, colonna «{ $column }»: la cella è vuota. Scrivi il valore.
profile-row-too-long = Riga { $row }, colonna «{ $column }»: il testo supera { $n } caratteri. Accorcialo.
profile-row-not-a-code = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un codice. Usa solo lettere, numeri, trattino e punto.
profile-row-not-in-list = Riga { $row }, colonna «{ $column }»: «{ $value }» non è tra i valori ammessi. Scegli un valore dell'elenco; se sono più di uno, separali con il punto e virgola.
profile-row-not-a-day = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un giorno che esiste. Scrivilo come 31/12/2027.
profile-row-not-a-number = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un numero intero. Scrivi solo cifre.
profile-row-not-an-amount = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un importo. Scrivilo come 1.234,56.
profile-row-negative = Riga { $row }, colonna «{ $column }»: «{ $value }» è sotto zero. Scrivi zero o un numero positivo.
profile-row-too-small = Riga { $row }, colonna «{ $column }»: «{ $value }» è troppo piccolo. Il valore più basso è { $n }.
profile-row-too-large = Riga { $row }, colonna «{ $column }»: «{ $value }» è troppo grande. Il valore più alto è { $n }.
profile-row-not-yes-no = Riga { $row }, colonna «{ $column }»: «{ $value }» non è né sì né no. Scrivi sì oppure no.
profile-row-not-a-url = Riga { $row }, colonna «{ $column }»: «{ $value }» non è un indirizzo web. Scrivilo per intero: comincia con https://
profile-row-broken-cell = Riga { $row }, colonna «{ $column }»: la formula dà l'errore «{ $value }». Correggila, o scrivi il valore.
profile-row-no-heading = Riga { $row }: nella colonna numero { $column } c'è «{ $value }», ma la colonna non ha intestazione. Dalle un nome o svuotala.
profile-row-name-without-letters = Riga { $row }, colonna «{ $column }»: «{ $value }» non ha lettere né numeri. Scrivi un nome.
profile-row-twice = Riga { $row }, colonna «{ $column }»: «{ $value }» c'è già alla riga { $n }. Tieni una riga sola, o cambia il codice.

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
profile-field-user-cost = Costo per l'utente
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
profile-field-api = Ha un'API
profile-field-pdnd = eService PDND
profile-field-feeding = Alimentazione e scambi
profile-field-planning-use = Usata per programmare
profile-field-essential = Essenziale
profile-field-essential-why = Perché è essenziale
profile-field-personal-data = Dati personali
profile-field-special-categories = Categorie particolari di dati
profile-field-minors = Dati di minori
profile-field-register-reference = Voce nel registro dei trattamenti
profile-field-dpia = Valutazione d'impatto fatta
profile-field-access-level = Livello di accesso
profile-field-open-data = Dati aperti
profile-field-licence = Licenza
profile-field-verification = Come è stata verificata

# Voci degli elenchi: campo e codice
profile-choice-management-direct = Diretta
profile-choice-management-associated = Associata (Unione)
profile-choice-management-asp = ASP
profile-choice-management-ausl = Delegata all'AUSL
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
