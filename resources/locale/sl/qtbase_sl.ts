<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sl_SI" sourcelanguage="en">
<context>
    <name>CloseButton</name>
    <message>
        <source>Close Tab</source>
        <translation>Zapri zavihek</translation>
    </message>
</context>
<context>
    <name>MAC_APPLICATION_MENU</name>
    <message>
        <source>About %1</source>
        <translation>O programu %1</translation>
    </message>
    <message>
        <source>Preferences...</source>
        <translation>Nastavitve …</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Storitve</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>Skrij %1</translation>
    </message>
    <message>
        <source>Hide Others</source>
        <translation>Skrij druge</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Pokaži vse</translation>
    </message>
    <message>
        <source>Quit %1</source>
        <translation>Končaj %1</translation>
    </message>
</context>
<context>
    <name>Print Device Input Slot</name>
    <message>
        <source>Automatic</source>
        <translation>Samodejno</translation>
    </message>
</context>
<context>
    <name>Print Device Output Bin</name>
    <message>
        <source>Automatic</source>
        <translation>Samodejno</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Alias</source>
        <translation>Drugo ime</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Pogon</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datoteka</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Mapa z datotekami</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Bližnjica</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Neznano</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Izberi vse</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>Po&amp;večaj</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>Po&amp;manjšaj</translation>
    </message>
</context>
<context>
    <name>QAccessibleActionInterface</name>
    <message>
        <source>Press</source>
        <translation>Pritisni</translation>
    </message>
    <message>
        <source>Triggers the action</source>
        <translation>Sproži dejanje</translation>
    </message>
    <message>
        <source>Increase</source>
        <translation>Povečaj</translation>
    </message>
    <message>
        <source>Increase the value</source>
        <translation>Poveča vrednost</translation>
    </message>
    <message>
        <source>Decrease</source>
        <translation>Zmanjšaj</translation>
    </message>
    <message>
        <source>Decrease the value</source>
        <translation>Zmanjša vrednost</translation>
    </message>
    <message>
        <source>Show Menu</source>
        <translation>Pokaži meni</translation>
    </message>
    <message>
        <source>Shows the menu</source>
        <translation>Pokaže meni</translation>
    </message>
    <message>
        <source>Set Focus</source>
        <translation>Postavi v žarišče</translation>
    </message>
    <message>
        <source>Sets the focus</source>
        <translation>Postavi v žarišče</translation>
    </message>
    <message>
        <source>Toggle</source>
        <translation>Preklopi</translation>
    </message>
    <message>
        <source>Toggles the state</source>
        <translation>Preklopi stanje</translation>
    </message>
    <message>
        <source>Scroll Left</source>
        <translation>Pomakni levo</translation>
    </message>
    <message>
        <source>Scrolls to the left</source>
        <translation>Pomakne v levo</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Pomakni desno</translation>
    </message>
    <message>
        <source>Scrolls to the right</source>
        <translation>Pomakne v desno</translation>
    </message>
    <message>
        <source>Scroll Up</source>
        <translation>Pomakni gor</translation>
    </message>
    <message>
        <source>Scrolls up</source>
        <translation>Pomakne navzgor</translation>
    </message>
    <message>
        <source>Scroll Down</source>
        <translation>Pomakni dol</translation>
    </message>
    <message>
        <source>Scrolls down</source>
        <translation>Pomakne navzdol</translation>
    </message>
    <message>
        <source>Show on Screen</source>
        <translation>Pokaži na zaslonu</translation>
    </message>
    <message>
        <source>Moves the element into the visible area</source>
        <translation>Premakne element v vidno območje</translation>
    </message>
    <message>
        <source>Previous Page</source>
        <translation>Prejšnja stran</translation>
    </message>
    <message>
        <source>Goes back a page</source>
        <translation>Gre na prejšnjo stran</translation>
    </message>
    <message>
        <source>Next Page</source>
        <translation>Naslednja stran</translation>
    </message>
    <message>
        <source>Goes to the next page</source>
        <translation>Gre na naslednjo stran</translation>
    </message>
</context>
<context>
    <name>QCocoaMenuItem</name>
    <message>
        <source>Cut</source>
        <translation>Izreži</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiraj</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Prilepi</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Izberi vse</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>O ogrodju Qt</translation>
    </message>
</context>
<context>
    <name>QComboBox</name>
    <message>
        <source>Open the combo box selection popup</source>
        <translation>Odpre seznam možnosti</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Ne</translation>
    </message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message>
        <source>Job</source>
        <translation>Opravilo</translation>
    </message>
    <message>
        <source>Job Control</source>
        <translation>Nadzor opravila</translation>
    </message>
    <message>
        <source>Scheduled &amp;printing:</source>
        <translation>&amp;Načrtovano tiskanje:</translation>
    </message>
    <message>
        <source>&amp;Billing information:</source>
        <translation>Podatki za o&amp;bračun:</translation>
    </message>
    <message>
        <source>Job &amp;priority:</source>
        <translation>&amp;Prednost opravila:</translation>
    </message>
    <message>
        <source>Banner Pages</source>
        <translation>Naslovne strani</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>&amp;Začetna:</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>&amp;Končna:</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Brez</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Običajna</translation>
    </message>
    <message>
        <source>Unclassified</source>
        <translation>Brez oznake</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Zaupno</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Interno</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Tajno</translation>
    </message>
    <message>
        <source>Top Secret</source>
        <translation>Strogo tajno</translation>
    </message>
    <message>
        <source>Print Immediately</source>
        <translation>Natisni takoj</translation>
    </message>
    <message>
        <source>Hold Indefinitely</source>
        <translation>Zadrži do preklica</translation>
    </message>
    <message>
        <source>Day (06:00 to 17:59)</source>
        <translation>Podnevi (od 6.00 do 17.59)</translation>
    </message>
    <message>
        <source>Night (18:00 to 05:59)</source>
        <translation>Ponoči (od 18.00 do 5.59)</translation>
    </message>
    <message>
        <source>Second Shift (16:00 to 23:59)</source>
        <translation>V drugi izmeni (od 16.00 do 23.59)</translation>
    </message>
    <message>
        <source>Third Shift (00:00 to 07:59)</source>
        <translation>V tretji izmeni (od 0.00 do 7.59)</translation>
    </message>
    <message>
        <source>Weekend (Saturday to Sunday)</source>
        <translation>Ob koncu tedna (sobota in nedelja)</translation>
    </message>
    <message>
        <source>Specific Time</source>
        <translation>Ob določenem času</translation>
    </message>
</context>
<context>
    <name>QCupsPrinterSupport</name>
    <message>
        <source>Authentication Needed</source>
        <translation>Potrebna je prijava</translation>
    </message>
    <message>
        <source>Authentication needed to use %1 on %2.</source>
        <translation>Za uporabo %1 na %2 se morate prijaviti.</translation>
    </message>
    <message>
        <source>Authentication needed to use %1.</source>
        <translation>Za uporabo %1 se morate prijaviti.</translation>
    </message>
    <message>
        <source>Username:</source>
        <translation>Uporabniško ime:</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Geslo:</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>What's This?</source>
        <translation>Kaj je to?</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translation>V redu</translation>
    </message>
</context>
<context>
    <name>QErrorMessage</name>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;V redu</translation>
    </message>
    <message>
        <source>&amp;Show this message again</source>
        <translation>&amp;To sporočilo pokaži tudi naslednjič</translation>
    </message>
    <message>
        <source>An error occurred</source>
        <translation>Prišlo je do napake</translation>
    </message>
    <message>
        <source>Critical Error:</source>
        <translation>Huda napaka:</translation>
    </message>
    <message>
        <source>Debug Message:</source>
        <translation>Sporočilo za odpravljanje napak:</translation>
    </message>
    <message>
        <source>Fatal Error:</source>
        <translation>Usodna napaka:</translation>
    </message>
    <message>
        <source>Information:</source>
        <translation>Obvestilo:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Opozorilo:</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Te mape ni.
Preverite, ali je ime mape pravilno.</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Te datoteke ni.
Preverite, ali je ime datoteke pravilno.</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>Datoteka %1 že obstaja.
Jo želite zamenjati?</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Izberi</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>I&amp;zbriši</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Mapa:</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>&amp;Nova mapa</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Odpri</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Preimenuj</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Shrani</translation>
    </message>
    <message>
        <source>'%1' is write protected.
Do you want to delete it anyway?</source>
        <translation>»%1« je zaščiteno pred pisanjem.
Ali želite vseeno izbrisati?</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Vse datoteke (*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Vse datoteke (*)</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Right</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Are you sure you want to delete '%1'?</source>
        <translation>Ali res želite izbrisati »%1«?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Nazaj</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Preklopi na prikaz s podrobnostmi</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Preklopi na prikaz s seznamom</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>Mape ni bilo mogoče izbrisati.</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Ustvari novo mapo</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Ustvari novo mapo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Izbriši</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Podrobnosti</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Mape</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Mapa:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Ime datoteke:</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Datoteke</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Vrsta datotek:</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Poišči mapo</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Naprej</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Pojdi nazaj</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Pojdi naprej</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Pojdi v nadrejeno mapo</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Seznam</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Seznam mest in zaznamkov</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Nova mapa</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Odpri</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Nadrejena mapa</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Nedavna mesta</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Odstrani</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Shrani kot</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Pokaži s&amp;krite datoteke</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Stranska vrstica</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Pokaži </translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Computer</source>
        <translation>Računalnik</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Moj računalnik</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ime</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Velikost</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Vrsta</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Vrsta</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Spremenjeno</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;V redu</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Shrani</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Prekliči</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Zapri</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>Zapri brez shranjevanja</translation>
    </message>
</context>
<context>
    <name>QInputDialog</name>
    <message>
        <source>Enter a value:</source>
        <translation>Vnesite vrednost:</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Razveljavi</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Uveljavi znova</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>I&amp;zreži</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiraj</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Prilepi</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Izbriši</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Izberi vse</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation>Pokaži podrobnosti …</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Skrij podrobnosti …</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>O ogrodju Qt</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Form</source>
        <translation>Obrazec</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papir</translation>
    </message>
    <message>
        <source>Page size:</source>
        <translation>Velikost strani:</translation>
    </message>
    <message>
        <source>Width:</source>
        <translation>Širina:</translation>
    </message>
    <message>
        <source>Height:</source>
        <translation>Višina:</translation>
    </message>
    <message>
        <source>Paper source:</source>
        <translation>Vir papirja:</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Usmerjenost</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Pokončno</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Ležeče</translation>
    </message>
    <message>
        <source>Reverse landscape</source>
        <translation>Ležeče, obrnjeno</translation>
    </message>
    <message>
        <source>Reverse portrait</source>
        <translation>Pokončno, obrnjeno</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Robovi</translation>
    </message>
    <message>
        <source>top margin</source>
        <translation>zgornji rob</translation>
    </message>
    <message>
        <source>left margin</source>
        <translation>levi rob</translation>
    </message>
    <message>
        <source>right margin</source>
        <translation>desni rob</translation>
    </message>
    <message>
        <source>bottom margin</source>
        <translation>spodnji rob</translation>
    </message>
    <message>
        <source>Page Layout</source>
        <translation>Razporeditev strani</translation>
    </message>
    <message>
        <source>Page &amp;order:</source>
        <translation>Vrstni &amp;red strani:</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>&amp;Strani na list:</translation>
    </message>
    <message>
        <source>Millimeters (mm)</source>
        <translation>milimetri (mm)</translation>
    </message>
    <message>
        <source>Inches (in)</source>
        <translation>palci (in)</translation>
    </message>
    <message>
        <source>Points (pt)</source>
        <translation>točke (pt)</translation>
    </message>
    <message>
        <source>Pica (P̸)</source>
        <translation>pica (P̸)</translation>
    </message>
    <message>
        <source>Didot (DD)</source>
        <translation>didoti (DD)</translation>
    </message>
    <message>
        <source>Cicero (CC)</source>
        <translation>ciceri (CC)</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Po meri</translation>
    </message>
</context>
<context>
    <name>QPageSize</name>
    <message>
        <source>Custom</source>
        <translation>Po meri</translation>
    </message>
    <message>
        <source>Custom (%1CC x %2CC)</source>
        <translation>Po meri (%1 × %2 CC)</translation>
    </message>
    <message>
        <source>Custom (%1DD x %2DD)</source>
        <translation>Po meri (%1 × %2 DD)</translation>
    </message>
    <message>
        <source>Custom (%1in x %2in)</source>
        <translation>Po meri (%1 × %2 in)</translation>
    </message>
    <message>
        <source>Custom (%1mm x %2mm)</source>
        <translation>Po meri (%1 × %2 mm)</translation>
    </message>
    <message>
        <source>Custom (%1pc x %2pc)</source>
        <translation>Po meri (%1 × %2 pc)</translation>
    </message>
    <message>
        <source>Custom (%1pt x %2pt)</source>
        <translation>Po meri (%1 × %2 pt)</translation>
    </message>
    <message>
        <source>%1 x %2 in</source>
        <translation>%1 × %2 in</translation>
    </message>
    <message>
        <source>A3 Extra</source>
        <translation>A3, povečan</translation>
    </message>
    <message>
        <source>A4 Extra</source>
        <translation>A4, povečan</translation>
    </message>
    <message>
        <source>A4 Plus</source>
        <translation>A4, podaljšan</translation>
    </message>
    <message>
        <source>A4 Small</source>
        <translation>A4, pomanjšan</translation>
    </message>
    <message>
        <source>A5 Extra</source>
        <translation>A5, povečan</translation>
    </message>
    <message>
        <source>B5 Extra</source>
        <translation>B5, povečan</translation>
    </message>
    <message>
        <source>Postcard</source>
        <translation>Razglednica</translation>
    </message>
    <message>
        <source>Double Postcard</source>
        <translation>Dvojna razglednica</translation>
    </message>
    <message>
        <source>Legal Extra</source>
        <translation>Legal, povečan</translation>
    </message>
    <message>
        <source>Letter Extra</source>
        <translation>Letter, povečan</translation>
    </message>
    <message>
        <source>Letter Plus</source>
        <translation>Letter, podaljšan</translation>
    </message>
    <message>
        <source>Letter Small</source>
        <translation>Letter, pomanjšan</translation>
    </message>
    <message>
        <source>Tabloid Extra</source>
        <translation>Tabloid, povečan</translation>
    </message>
    <message>
        <source>PRC 32K Big</source>
        <translation>PRC 32K, velik</translation>
    </message>
    <message>
        <source>Executive (7.25 x 10.5 in)</source>
        <translation>Executive (7,25 × 10,5 in)</translation>
    </message>
    <message>
        <source>Executive (7.5 x 10 in)</source>
        <translation>Executive (7,5 × 10 in)</translation>
    </message>
    <message>
        <source>Fan-fold German (8.5 x 12 in)</source>
        <translation>Brezkončni papir, nemški (8,5 × 12 in)</translation>
    </message>
    <message>
        <source>Fan-fold German Legal (8.5 x 13 in)</source>
        <translation>Brezkončni papir, nemški legal (8,5 × 13 in)</translation>
    </message>
    <message>
        <source>Fan-fold US (14.875 x 11 in)</source>
        <translation>Brezkončni papir, ameriški (14,875 × 11 in)</translation>
    </message>
    <message>
        <source>Folio (8.27 x 13 in)</source>
        <translation>Folio (8,27 × 13 in)</translation>
    </message>
    <message>
        <source>Envelope B4</source>
        <translation>Ovojnica B4</translation>
    </message>
    <message>
        <source>Envelope B5</source>
        <translation>Ovojnica B5</translation>
    </message>
    <message>
        <source>Envelope B6</source>
        <translation>Ovojnica B6</translation>
    </message>
    <message>
        <source>Envelope C0</source>
        <translation>Ovojnica C0</translation>
    </message>
    <message>
        <source>Envelope C1</source>
        <translation>Ovojnica C1</translation>
    </message>
    <message>
        <source>Envelope C2</source>
        <translation>Ovojnica C2</translation>
    </message>
    <message>
        <source>Envelope C3</source>
        <translation>Ovojnica C3</translation>
    </message>
    <message>
        <source>Envelope C4</source>
        <translation>Ovojnica C4</translation>
    </message>
    <message>
        <source>Envelope C5</source>
        <translation>Ovojnica C5</translation>
    </message>
    <message>
        <source>Envelope C6</source>
        <translation>Ovojnica C6</translation>
    </message>
    <message>
        <source>Envelope C65</source>
        <translation>Ovojnica C65</translation>
    </message>
    <message>
        <source>Envelope C7</source>
        <translation>Ovojnica C7</translation>
    </message>
    <message>
        <source>Envelope DL</source>
        <translation>Ovojnica DL</translation>
    </message>
    <message>
        <source>Envelope PRC 1</source>
        <translation>Ovojnica PRC 1</translation>
    </message>
    <message>
        <source>Envelope PRC 2</source>
        <translation>Ovojnica PRC 2</translation>
    </message>
    <message>
        <source>Envelope PRC 3</source>
        <translation>Ovojnica PRC 3</translation>
    </message>
    <message>
        <source>Envelope PRC 4</source>
        <translation>Ovojnica PRC 4</translation>
    </message>
    <message>
        <source>Envelope PRC 5</source>
        <translation>Ovojnica PRC 5</translation>
    </message>
    <message>
        <source>Envelope PRC 6</source>
        <translation>Ovojnica PRC 6</translation>
    </message>
    <message>
        <source>Envelope PRC 7</source>
        <translation>Ovojnica PRC 7</translation>
    </message>
    <message>
        <source>Envelope PRC 8</source>
        <translation>Ovojnica PRC 8</translation>
    </message>
    <message>
        <source>Envelope PRC 9</source>
        <translation>Ovojnica PRC 9</translation>
    </message>
    <message>
        <source>Envelope PRC 10</source>
        <translation>Ovojnica PRC 10</translation>
    </message>
    <message>
        <source>Envelope US 9</source>
        <translation>Ovojnica US 9</translation>
    </message>
    <message>
        <source>Envelope US 10</source>
        <translation>Ovojnica US 10</translation>
    </message>
    <message>
        <source>Envelope US 11</source>
        <translation>Ovojnica US 11</translation>
    </message>
    <message>
        <source>Envelope US 12</source>
        <translation>Ovojnica US 12</translation>
    </message>
    <message>
        <source>Envelope US 14</source>
        <translation>Ovojnica US 14</translation>
    </message>
    <message>
        <source>Envelope Chou 3</source>
        <translation>Ovojnica Chou 3</translation>
    </message>
    <message>
        <source>Envelope Chou 4</source>
        <translation>Ovojnica Chou 4</translation>
    </message>
    <message>
        <source>Envelope Kaku 2</source>
        <translation>Ovojnica Kaku 2</translation>
    </message>
    <message>
        <source>Envelope Kaku 3</source>
        <translation>Ovojnica Kaku 3</translation>
    </message>
    <message>
        <source>Envelope You 4</source>
        <translation>Ovojnica You 4</translation>
    </message>
    <message>
        <source>Envelope Monarch</source>
        <translation>Ovojnica Monarch</translation>
    </message>
    <message>
        <source>Envelope Invite</source>
        <translation>Ovojnica za vabila</translation>
    </message>
    <message>
        <source>Envelope Italian</source>
        <translation>Ovojnica, italijanska</translation>
    </message>
    <message>
        <source>Envelope Personal</source>
        <translation>Ovojnica, osebna</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>V redu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Shrani</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Shrani vse</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Odpri</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Da</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Da za &amp;vse</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Ne</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>N&amp;e za vse</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Prekini</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Poskusi znova</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Prezri</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zapri</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Prekliči</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Zavrzi</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Pomoč</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Uporabi</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Ponastavi</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Obnovi privzeto</translation>
    </message>
</context>
<context>
    <name>QPrintDialog</name>
    <message>
        <source>Print</source>
        <translation>Natisni</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Natisni</translation>
    </message>
    <message>
        <source>&amp;Options &gt;&gt;</source>
        <translation>&amp;Možnosti &gt;&gt;</translation>
    </message>
    <message>
        <source>&amp;Options &lt;&lt;</source>
        <translation>&amp;Možnosti &lt;&lt;</translation>
    </message>
    <message>
        <source>Print To File ...</source>
        <translation>Natisni v datoteko …</translation>
    </message>
    <message>
        <source>Print to File (PDF)</source>
        <translation>Natisni v datoteko (PDF)</translation>
    </message>
    <message>
        <source>Local file</source>
        <translation>Krajevna datoteka</translation>
    </message>
    <message>
        <source>Write PDF file</source>
        <translation>Zapiši datoteko PDF</translation>
    </message>
    <message>
        <source>All Pages</source>
        <translation>Vse strani</translation>
    </message>
    <message>
        <source>Odd Pages</source>
        <translation>Lihe strani</translation>
    </message>
    <message>
        <source>Even Pages</source>
        <translation>Sode strani</translation>
    </message>
    <message>
        <source>1 (1x1)</source>
        <translation>1 (1 × 1)</translation>
    </message>
    <message>
        <source>2 (2x1)</source>
        <translation>2 (2 × 1)</translation>
    </message>
    <message>
        <source>4 (2x2)</source>
        <translation>4 (2 × 2)</translation>
    </message>
    <message>
        <source>6 (2x3)</source>
        <translation>6 (2 × 3)</translation>
    </message>
    <message>
        <source>9 (3x3)</source>
        <translation>9 (3 × 3)</translation>
    </message>
    <message>
        <source>16 (4x4)</source>
        <translation>16 (4 × 4)</translation>
    </message>
    <message>
        <source>Left to Right, Top to Bottom</source>
        <translation>Od leve proti desni, od zgoraj navzdol</translation>
    </message>
    <message>
        <source>Left to Right, Bottom to Top</source>
        <translation>Od leve proti desni, od spodaj navzgor</translation>
    </message>
    <message>
        <source>Right to Left, Bottom to Top</source>
        <translation>Od desne proti levi, od spodaj navzgor</translation>
    </message>
    <message>
        <source>Right to Left, Top to Bottom</source>
        <translation>Od desne proti levi, od zgoraj navzdol</translation>
    </message>
    <message>
        <source>Bottom to Top, Left to Right</source>
        <translation>Od spodaj navzgor, od leve proti desni</translation>
    </message>
    <message>
        <source>Bottom to Top, Right to Left</source>
        <translation>Od spodaj navzgor, od desne proti levi</translation>
    </message>
    <message>
        <source>Top to Bottom, Left to Right</source>
        <translation>Od zgoraj navzdol, od leve proti desni</translation>
    </message>
    <message>
        <source>Top to Bottom, Right to Left</source>
        <translation>Od zgoraj navzdol, od desne proti levi</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to overwrite it?</source>
        <translation>Datoteka %1 že obstaja.
Jo želite zamenjati?</translation>
    </message>
    <message>
        <source>%1 is a directory.
Please choose a different file name.</source>
        <translation>%1 je mapa.
Izberite drugo ime datoteke.</translation>
    </message>
    <message>
        <source>File %1 is not writable.
Please choose a different file name.</source>
        <translation>V datoteko %1 ni mogoče pisati.
Izberite drugo ime datoteke.</translation>
    </message>
    <message>
        <source>%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to define ranges and make sure ranges do not intersect with each other.</source>
        <translation>Zapis %1 ni pravilen. Obsege in strani ločite z vejico, obseg zapišite z vezajem, obsegi pa naj se ne prekrivajo.</translation>
    </message>
    <message>
        <source>Invalid Pages Definition</source>
        <translation>Neveljaven zapis strani</translation>
    </message>
    <message>
        <source>The 'From' value cannot be greater than the 'To' value.</source>
        <translation>Prva stran ne more biti za zadnjo.</translation>
    </message>
    <message>
        <source>Duplex Settings Conflicts</source>
        <translation>Neskladne nastavitve obojestranskega tiskanja</translation>
    </message>
    <message>
        <source>There are conflicts in duplex settings. Do you want to fix them?</source>
        <translation>Nastavitve obojestranskega tiskanja se ne ujemajo. Jih želite popraviti?</translation>
    </message>
    <message>
        <source>Options 'Pages Per Sheet' and 'Page Set' cannot be used together.
Please turn one of those options off.</source>
        <translation>Možnosti »Strani na list« in »Nabor strani« ni mogoče uporabiti hkrati.
Eno od njiju izklopite.</translation>
    </message>
</context>
<context>
    <name>QPrintPreviewDialog</name>
    <message>
        <source>Print Preview</source>
        <translation>Predogled tiskanja</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Naslednja stran</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Prejšnja stran</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Prva stran</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>Zadnja stran</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Prilagodi širini</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Prilagodi strani</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Povečaj</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Pomanjšaj</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Pokončno</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Ležeče</translation>
    </message>
    <message>
        <source>Show single page</source>
        <translation>Pokaži eno stran</translation>
    </message>
    <message>
        <source>Show facing pages</source>
        <translation>Pokaži po dve strani</translation>
    </message>
    <message>
        <source>Show overview of all pages</source>
        <translation>Pokaži pregled vseh strani</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Natisni</translation>
    </message>
    <message>
        <source>Page setup</source>
        <translation>Priprava strani</translation>
    </message>
    <message>
        <source>Page Setup</source>
        <translation>Priprava strani</translation>
    </message>
    <message>
        <source>Export to PDF</source>
        <translation>Izvozi v PDF</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesDialog</name>
    <message>
        <source>Printer Properties</source>
        <translation>Lastnosti tiskalnika</translation>
    </message>
    <message>
        <source>Job Options</source>
        <translation>Možnosti tiskanja</translation>
    </message>
    <message>
        <source>Page Setup Conflicts</source>
        <translation>Neskladna priprava strani</translation>
    </message>
    <message>
        <source>There are conflicts in page setup options. Do you want to fix them?</source>
        <translation>Možnosti priprave strani se ne ujemajo. Jih želite popraviti?</translation>
    </message>
    <message>
        <source>Advanced Option Conflicts</source>
        <translation>Neskladne dodatne možnosti</translation>
    </message>
    <message>
        <source>There are conflicts in some advanced options. Do you want to fix them?</source>
        <translation>Nekatere dodatne možnosti se ne ujemajo. Jih želite popraviti?</translation>
    </message>
    <message>
        <source>Custom value for %1</source>
        <translation>Vrednost po meri za %1</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesWidget</name>
    <message>
        <source>Form</source>
        <translation>Obrazec</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Stran</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Dodatno</translation>
    </message>
    <message>
        <source>There are conflicts in some options. Please fix them.</source>
        <translation>Nekatere možnosti se ne ujemajo. Popravite jih.</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Form</source>
        <translation>Obrazec</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Izvodi</translation>
    </message>
    <message>
        <source>Copies:</source>
        <translation>Izvodov:</translation>
    </message>
    <message>
        <source>Collate</source>
        <translation>Zberi po izvodih</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>V obratnem vrstnem redu</translation>
    </message>
    <message>
        <source>Print range</source>
        <translation>Kaj natisniti</translation>
    </message>
    <message>
        <source>Print all</source>
        <translation>Natisni vse</translation>
    </message>
    <message>
        <source>Pages from</source>
        <translation>Strani od</translation>
    </message>
    <message>
        <source>to</source>
        <translation>do</translation>
    </message>
    <message>
        <source>Current Page</source>
        <translation>Trenutno stran</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Izbrano</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Strani</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;Nabor strani:</translation>
    </message>
    <message>
        <source>Output Settings</source>
        <translation>Nastavitve izpisa</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Možnosti</translation>
    </message>
    <message>
        <source>Color Mode</source>
        <translation>Barve</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Barvno</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>Sivinsko</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>Obojestransko tiskanje</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Izklopljeno</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Vezava po daljšem robu</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Vezava po krajšem robu</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>Naštejte strani ali obsege in jih ločite z vejico. Obseg zapišite z dvema številkama in vezajem: 3,5-7,9 natisne strani 3, 5, 6, 7 in 9.</translation>
    </message>
</context>
<context>
    <name>QPrintWidget</name>
    <message>
        <source>Form</source>
        <translation>Obrazec</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Tiskalnik</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Ime:</translation>
    </message>
    <message>
        <source>P&amp;roperties</source>
        <translation>&amp;Lastnosti</translation>
    </message>
    <message>
        <source>Location:</source>
        <translation>Mesto:</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Predogled</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>Vrsta:</translation>
    </message>
    <message>
        <source>Output &amp;file:</source>
        <translation>Izhodna &amp;datoteka:</translation>
    </message>
    <message>
        <source>...</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>QProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Prekliči</translation>
    </message>
</context>
<context>
    <name>QScrollBar</name>
    <message>
        <source>Scroll here</source>
        <translation>Pomakni sem</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Levi rob</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Na vrh</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>Desni rob</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Na dno</translation>
    </message>
    <message>
        <source>Page left</source>
        <translation>Stran levo</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Stran gor</translation>
    </message>
    <message>
        <source>Page right</source>
        <translation>Stran desno</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Stran dol</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>Pomakni levo</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>Pomakni gor</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>Pomakni desno</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>Pomakni dol</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Puščica levo</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Puščica desno</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Puščica gor</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Puščica dol</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Preslednica</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Vračalka</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulatorka</translation>
    </message>
    <message>
        <source>Backtab</source>
        <translation>Shift+Tabulatorka</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter (številski del)</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>PrtSc</translation>
    </message>
    <message>
        <source>Print Screen</source>
        <translation>PrtSc</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menijska tipka</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Caps Lock</translation>
    </message>
    <message>
        <source>CapsLock</source>
        <translation>Caps Lock</translation>
    </message>
    <message>
        <source>Num Lock</source>
        <translation>Num Lock</translation>
    </message>
    <message>
        <source>NumLock</source>
        <translation>Num Lock</translation>
    </message>
    <message>
        <source>Number Lock</source>
        <translation>Num Lock</translation>
    </message>
    <message>
        <source>Scroll Lock</source>
        <translation>Scroll Lock</translation>
    </message>
    <message>
        <source>ScrollLock</source>
        <translation>Scroll Lock</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Pomoč</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Nazaj</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Naprej</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ustavi</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Osveži</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Iskanje</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Poišči</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Odpri</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zapri</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Shrani</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Novo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiraj</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Izreži</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Prilepi</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Razveljavi</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Uveljavi znova</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Prekliči</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Izberi</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Izhod</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>Povečaj</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>Pomanjšaj</translation>
    </message>
    <message>
        <source>Home Page</source>
        <translation>Domača stran</translation>
    </message>
</context>
<context>
    <name>QSpiAccessibleBridge</name>
    <message>
        <source>alert message</source>
        <translation>opozorilno sporočilo</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>animacija</translation>
    </message>
    <message>
        <source>application</source>
        <translation>program</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>pomočnik</translation>
    </message>
    <message>
        <source>block quote</source>
        <translation>navedek</translation>
    </message>
    <message>
        <source>button menu</source>
        <translation>gumb z menijem</translation>
    </message>
    <message>
        <source>button with drop down</source>
        <translation>gumb s spustnim menijem</translation>
    </message>
    <message>
        <source>button with drop down grid</source>
        <translation>gumb s spustno mrežo</translation>
    </message>
    <message>
        <source>canvas</source>
        <translation>platno</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>celica</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>grafikon</translation>
    </message>
    <message>
        <source>check box</source>
        <translation>potrditveno polje</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>ura</translation>
    </message>
    <message>
        <source>color chooser</source>
        <translation>izbirnik barve</translation>
    </message>
    <message>
        <source>column</source>
        <translation>stolpec</translation>
    </message>
    <message>
        <source>column header</source>
        <translation>glava stolpca</translation>
    </message>
    <message>
        <source>combo box</source>
        <translation>spustni seznam</translation>
    </message>
    <message>
        <source>complementary content</source>
        <translation>dodatna vsebina</translation>
    </message>
    <message>
        <source>cursor</source>
        <translation>kazalka</translation>
    </message>
    <message>
        <source>desktop</source>
        <translation>namizje</translation>
    </message>
    <message>
        <source>dial</source>
        <translation>vrtljivi gumb</translation>
    </message>
    <message>
        <source>dialog</source>
        <translation>pogovorno okno</translation>
    </message>
    <message>
        <source>document</source>
        <translation>dokument</translation>
    </message>
    <message>
        <source>equation</source>
        <translation>enačba</translation>
    </message>
    <message>
        <source>filler</source>
        <translation>polnilo</translation>
    </message>
    <message>
        <source>footer</source>
        <translation>noga</translation>
    </message>
    <message>
        <source>form</source>
        <translation>obrazec</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>okvir</translation>
    </message>
    <message>
        <source>graphic</source>
        <translation>slika</translation>
    </message>
    <message>
        <source>grip</source>
        <translation>ročaj</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>naslov</translation>
    </message>
    <message>
        <source>help balloon</source>
        <translation>oblaček s pomočjo</translation>
    </message>
    <message>
        <source>hotkey field</source>
        <translation>polje za bližnjico</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>kazalnik</translation>
    </message>
    <message>
        <source>invalid role</source>
        <translation>neveljavna vloga</translation>
    </message>
    <message>
        <source>label</source>
        <translation>oznaka</translation>
    </message>
    <message>
        <source>layered pane</source>
        <translation>podokno s plastmi</translation>
    </message>
    <message>
        <source>link</source>
        <translation>povezava</translation>
    </message>
    <message>
        <source>list</source>
        <translation>seznam</translation>
    </message>
    <message>
        <source>list item</source>
        <translation>element seznama</translation>
    </message>
    <message>
        <source>menu bar</source>
        <translation>menijska vrstica</translation>
    </message>
    <message>
        <source>menu item</source>
        <translation>ukaz menija</translation>
    </message>
    <message>
        <source>note</source>
        <translation>opomba</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>obvestilo</translation>
    </message>
    <message>
        <source>page tab</source>
        <translation>zavihek</translation>
    </message>
    <message>
        <source>page tab list</source>
        <translation>vrstica z zavihki</translation>
    </message>
    <message>
        <source>panel</source>
        <translation>plošča</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>odstavek</translation>
    </message>
    <message>
        <source>popup menu</source>
        <translation>pojavni meni</translation>
    </message>
    <message>
        <source>progress bar</source>
        <translation>vrstica napredka</translation>
    </message>
    <message>
        <source>property page</source>
        <translation>stran z lastnostmi</translation>
    </message>
    <message>
        <source>push button</source>
        <translation>gumb</translation>
    </message>
    <message>
        <source>radio button</source>
        <translation>izbirni gumb</translation>
    </message>
    <message>
        <source>row</source>
        <translation>vrstica</translation>
    </message>
    <message>
        <source>row header</source>
        <translation>glava vrstice</translation>
    </message>
    <message>
        <source>scroll bar</source>
        <translation>drsni trak</translation>
    </message>
    <message>
        <source>section</source>
        <translation>razdelek</translation>
    </message>
    <message>
        <source>separator</source>
        <translation>ločilo</translation>
    </message>
    <message>
        <source>slider</source>
        <translation>drsnik</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>zvok</translation>
    </message>
    <message>
        <source>space</source>
        <translation>presledek</translation>
    </message>
    <message>
        <source>spin box</source>
        <translation>številsko polje</translation>
    </message>
    <message>
        <source>splitter</source>
        <translation>razdelilnik</translation>
    </message>
    <message>
        <source>status bar</source>
        <translation>vrstica stanja</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>stikalo</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabela</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>terminal</translation>
    </message>
    <message>
        <source>text</source>
        <translation>besedilo</translation>
    </message>
    <message>
        <source>text caret</source>
        <translation>kazalka v besedilu</translation>
    </message>
    <message>
        <source>title bar</source>
        <translation>naslovna vrstica</translation>
    </message>
    <message>
        <source>tool bar</source>
        <translation>orodna vrstica</translation>
    </message>
    <message>
        <source>tool tip</source>
        <translation>namig</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>drevo</translation>
    </message>
    <message>
        <source>tree item</source>
        <translation>element drevesa</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>neznano</translation>
    </message>
    <message>
        <source>web document</source>
        <translation>spletni dokument</translation>
    </message>
</context>
<context>
    <name>QStandardPaths</name>
    <message>
        <source>Desktop</source>
        <translation>Namizje</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumenti</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Prenosi</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Pisave</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Programi</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Domača mapa</translation>
    </message>
    <message>
        <source>Movies</source>
        <translation>Videoposnetki</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Glasba</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Slike</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Javno</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Predloge</translation>
    </message>
    <message>
        <source>Temporary Directory</source>
        <translation>Začasna mapa</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <translation>Pomakni levo</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Pomakni desno</translation>
    </message>
</context>
<context>
    <name>QUndoStack</name>
    <message>
        <source>Undo</source>
        <translation>Razveljavi</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Razveljavi: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Uveljavi znova</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Uveljavi znova: %1</translation>
    </message>
</context>
<context>
    <name>QUnicodeControlCharacterMenu</name>
    <message>
        <source>Insert Unicode control character</source>
        <translation>Vstavi nadzorni znak Unicode</translation>
    </message>
    <message>
        <source>LRM Left-to-right mark</source>
        <translation>LRM Oznaka od leve proti desni</translation>
    </message>
    <message>
        <source>RLM Right-to-left mark</source>
        <translation>RLM Oznaka od desne proti levi</translation>
    </message>
    <message>
        <source>ZWJ Zero width joiner</source>
        <translation>ZWJ Vezni znak brez širine</translation>
    </message>
    <message>
        <source>ZWNJ Zero width non-joiner</source>
        <translation>ZWNJ Ločilni znak brez širine</translation>
    </message>
    <message>
        <source>ZWSP Zero width space</source>
        <translation>ZWSP Presledek brez širine</translation>
    </message>
    <message>
        <source>LRE Start of left-to-right embedding</source>
        <translation>LRE Začetek vdelave od leve proti desni</translation>
    </message>
    <message>
        <source>RLE Start of right-to-left embedding</source>
        <translation>RLE Začetek vdelave od desne proti levi</translation>
    </message>
    <message>
        <source>LRO Start of left-to-right override</source>
        <translation>LRO Začetek vsiljene smeri od leve proti desni</translation>
    </message>
    <message>
        <source>RLO Start of right-to-left override</source>
        <translation>RLO Začetek vsiljene smeri od desne proti levi</translation>
    </message>
    <message>
        <source>PDF Pop directional formatting</source>
        <translation>PDF Konec oblikovanja smeri</translation>
    </message>
    <message>
        <source>LRI Left-to-right isolate</source>
        <translation>LRI Osamitev od leve proti desni</translation>
    </message>
    <message>
        <source>RLI Right-to-left isolate</source>
        <translation>RLI Osamitev od desne proti levi</translation>
    </message>
    <message>
        <source>FSI First strong isolate</source>
        <translation>FSI Osamitev po prvem močnem znaku</translation>
    </message>
    <message>
        <source>PDI Pop directional isolate</source>
        <translation>PDI Konec osamitve smeri</translation>
    </message>
</context>
<context>
    <name>QWhatsThisAction</name>
    <message>
        <source>What's This?</source>
        <translation>Kaj je to?</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Razveljavi</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Uveljavi znova</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>I&amp;zreži</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiraj</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Prilepi</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Izbriši</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Izberi vse</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Kopiraj &amp;naslov povezave</translation>
    </message>
</context>
</TS>
