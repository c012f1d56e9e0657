/**
 * Labelled Spanish sentences, written when the rules stood, to see what they do with new words. Every second one was then shown
 * to the rules; the others stayed held out. How to read a line stands in `corpus.ts`.
 */
export const spanishUnseen = `
  rescue-language | Usted puede ser la única esperanza de salvación de esta paciente.
* rescue-language | Nuestra misión es rescatar a quienes más sufren.
  rescue-language | Haga lo que sea para liberarla de esa vida.
* rescue-language | Las enfermeras salvan a niñas todos los días.
  rescue-language | Piense en usted como un héroe de bata blanca.
* stigma-language | La paciente es prostituta y no tiene domicilio.
  stigma-language | Los adictos sin techo son los más fáciles de reclutar.
* stigma-language | Un inmigrante ilegal no tiene derecho a refugio.
  stigma-language | Es otro borracho de la calle.
* stigma-language | Llegó una histérica acompañada de su marido.
  victim-label | Pregunte a la víctima si está segura.
* victim-blaming | Si hubiera hecho caso a su madre, nada de esto habría pasado.
  victim-blaming | Volvía siempre con él, así que le gustaba.
* victim-blaming | Fueron tontos al confiar en un desconocido.
  victim-blaming | Pregúntele qué hizo para que él se enojara.
* victim-blaming | Nunca debió firmar ese papel.
  victim-blaming | Ella misma se metió en esto.
* victim-blaming | ¿Por qué no pidió ayuda en todos esos años?
  sensational-wording | Este cruel negocio destroza vidas inocentes.
* sensational-wording | Es un relato de terror que le helará la sangre.
  sensational-wording | Vivía en un auténtico infierno.
* sensational-wording | Los tratantes salen a cazar nuevas presas.
  sensational-image | Una mujer con moretones mira al suelo | alt
* sensational-image | Manos pequeñas aferradas a unos barrotes | alt
  missing-alternative | Fotografía | alt
* sex-only-framing | Cuando decimos trata, hablamos de prostitución forzada.
  sex-only-framing, victim-label | La víctima típica es una adolescente vendida por internet.
* foreign-only-framing | Los tratantes traen a la gente del extranjero; así funciona.
  foreign-only-framing | La trata ocurre en la frontera, no en nuestro condado.
* uncited-number | El noventa por ciento de los sobrevivientes nunca es identificado.
  uncited-number | La edad promedio al comienzo es de 13 años.
* uncited-number | Tres de cada cinco se habían lesionado en el trabajo.
  absolute-claim | Siempre se nota en los ojos.
* absolute-claim | Ningún tratante deja que la paciente venga sola.
  absolute-claim | Esta lista detecta todos los casos.
* absolute-claim | Los sobrevivientes siempre agradecen la pregunta.
  missing-content-note | Le echó agua hirviendo en las piernas.
* missing-content-note | Desde los nueve años era violada a diario.
  alert-family | Localice a los padres antes de llamar a la línea.
* alert-family | Haga pasar al padre y explíquele su sospecha.
  reunite-family | Lo primero es que el niño vuelva a casa con sus familiares.
* confront | Dígale al hombre de la puerta que usted sabe lo que hace.
  training-mandate | La ley de Misuri hace obligatorio este curso para las clínicas.
* credit-claim | Este módulo vale 1.5 horas de educación continua.
  confidentiality-promise | Prométale que no se lo dirá a nadie.
* disclosure-price | Si no cuenta lo que pasa, no podemos ofrecerle nada.
  outdated-fact, uncited-number | Más de 20 millones de personas viven así.
* none | La agencia prometió visas y luego las cobró.
  none | El mensaje guardado de un jefe puede importar después; no lo borre.
* none | El equipo de rescate del hospital ensaya cada mes.
  none | Las muestras gratis del medicamento están en el cajón.
* none | Un parto no es momento para preguntas sobre el trabajo.
  none | Quien explota puede ser una mujer, un primo o una compañera.
* none | Ninguna señal por sí sola decide nada.
  none | Hay quien siente el deseo de salvar al paciente; nótelo y respire.
* none | Los padres de niños pequeños esperan en la otra sala.
  none | Llame al empleador solo si el paciente se lo pide.
* none | La paciente dice que su esposo guarda su pasaporte.
  none | Le dijeron que la deportarían si se quejaba.
* none | La mitad del formulario puede esperar a la segunda visita.
  none | En una de las cuatro salas la cerradura está rota.
* none | Tome 2 tabletas de 500 mg cada 8 horas.
  none | Los vendajes sucios van en el bote rojo.
* none | No todo sobreviviente quiere una etiqueta.
  none | El curso dura dos horas y no da créditos para la licencia.
* none | Todo lo que está en el expediente se puede leer en el portal.
  none | Lo que ella cuente quizá deba reportarse; dígalo primero.
* none | Explique a la madre cómo cambiar el vendaje.
  none | Según la ley, una persona menor de 18 años no puede consentir al sexo comercial.
* none | Un titular que grita «esclavas aquí al lado» no ayuda a nadie.
  none | Su madre murió en un choque en mayo.
* none | El cinturón dejó una marca; fotografíela solo con permiso.
  none | Pregunte antes de cerrar la puerta con llave.
* none | El intérprete nunca debe ser el jefe.
  none | Los trabajadores de la misma cuadrilla llegaron con la misma tos.
* none | Ciudadanos y residentes también viven la trata.
  none | No siempre se ve.
* none | Ella eligió no llamar, y así estuvo más segura.
  none | Su supervisor le echa la culpa de todo y le descuenta el pago.
* none | El reproche no tiene lugar en la nota.
  none | Escriba “por ahora dijo que no”, y no “rechazó ayuda”.
* none | Elija la foto de un pasillo, no la de una persona encadenada.
  none | Pregunte al paciente si el hombre de la recepción puede pasar.
* none | Primero reporte; el estado decide quién habla con los padres.
  none | Las víctimas de la inundación vinieron por la vacuna.
* none | El paciente guardaba cama y evitaba hablar.
`
