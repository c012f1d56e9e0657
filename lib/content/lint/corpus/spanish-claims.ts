/** Labelled Spanish sentences about pictures, figures, claims and advice. How to read a line stands in `corpus.ts`. */
export const spanishClaims = `
* sensational-wording | Las esclavas sexuales viven en nuestros barrios.
  sensational-wording | Escapó de las garras de sus captores.
  sensational-wording | Vivió un infierno que nadie puede imaginar.
* sensational-wording | Los tratantes son monstruos sin alma.
  sensational-wording | Los vendían como ganado.
  sensational-wording | Fue una historia escalofriante que le destrozó la vida.
* sensational-wording | Este flagelo crece en un mundo oscuro.
  none | Las pesadillas y el mal sueño son comunes después de un trauma.
  none | Las cadenas de suministro pueden esconder trabajo forzoso.
* none | No use palabras como horror; venden la historia y no la atención.
  none | La red de trata operaba en tres condados.
  none | Estar a solas con un médico puede dar miedo.
* sensational-image | Una niña llorando con la boca tapada | alt
  sensational-image | Manos encadenadas sobre un fondo negro | alt
  sensational-image | La sombra de un hombre sobre una mujer golpeada | alt
* none | Una enfermera y un paciente sentados a la misma altura en un cuarto claro | alt
  none | Una impresora de etiquetas con código de barras junto a las muestras | alt
  missing-alternative | imagen | alt
* missing-alternative | Foto de una sala | alt
  none | Un pasillo con una puerta verde que lleva al consultorio privado | alt
  sex-only-framing | La trata de personas es la venta de mujeres para el sexo.
* sex-only-framing | Solo las niñas y las mujeres jóvenes sufren la trata.
  sex-only-framing | La trata se refiere a la prostitución forzada.
  sex-only-framing | Los hombres casi nunca son tratados así.
* none | La trata sexual es sexo comercial por fuerza, fraude o coacción.
  none | La trata tiene que ver con el trabajo tanto como con el sexo.
  none | Los hombres y los niños también sufren la trata.
* foreign-only-framing | La trata consiste en llevar personas a través de la frontera.
  foreign-only-framing | Las personas que sufren trata vienen de países pobres.
  foreign-only-framing | A los ciudadanos estadounidenses no les pasa.
* foreign-only-framing | Es un problema de otros países; aquí no ocurre.
  none | La trata no requiere cruzar una frontera.
  none | El tráfico de migrantes es cruzar una frontera; la trata no.
* none | La visa T es para ciertas personas de otros países.
  none | Muchas personas que viven la trata nacieron aquí cerca.
  uncited-number | Cerca del 68 % de los sobrevivientes vio a un profesional de salud.
* uncited-number | Una de cada cuatro personas había ido al dentista.
  uncited-number | Unos 25 millones de personas viven en trabajo forzoso.
  uncited-number | El estudio habló con 173 sobrevivientes.
* uncited-number | Dos tercios de los trabajadores tenían una lesión.
  none | Cerca del 68 % de los sobrevivientes vio a un profesional de salud. | cited
  none | Rosa, de 34 años, trabaja 16 horas al día.
* none | Llame antes de 24 horas y otra vez el día 7.
  none | La consulta dura 20 minutos, y una persona menor de 18 años tiene derechos propios.
  none | En el cuarto 12 una familia de 5 comparte un teléfono.
* absolute-claim, victim-label | Todas las víctimas temen a la policía.
  absolute-claim | Los tratantes siempre guardan el pasaporte.
  absolute-claim | Los sobrevivientes nunca cuentan todo al principio.
* absolute-claim | Nuestro protocolo garantiza un buen resultado.
  absolute-claim | Un tatuaje demuestra que hay trata.
  absolute-claim | La línea es totalmente anónima y segura.
* absolute-claim | Todo sobreviviente quiere hablar de lo que vivió.
  absolute-claim | Esta herramienta es infalible si se usa bien.
  absolute-claim | Los trabajadores explotados invariablemente se ven agotados.
* none | Pregunte siempre antes de tocar.
  none | Ofrezca a cada paciente unos minutos a solas.
  none | Nunca usamos a un familiar como intérprete.
* none | No todos los sobrevivientes temen a la policía.
  none | Nadie puede garantizar lo que pasa después de un reporte.
  none | Su jefe siempre contesta por ella.
* none | Un tatuaje por sí solo no demuestra nada.
  none | El portal no es totalmente privado.
  none | Todas las pacientes reciben la misma tarjeta.
* missing-content-note | La sujetó y la quemó con un cigarrillo.
  missing-content-note | El capataz lo golpeó hasta que no pudo levantarse.
  missing-content-note | A los quince años fue violada por tres hombres.
* missing-content-note | La encerraron en un clóset y la dejaron sin comer.
  none | La sujetó y la quemó con un cigarrillo. | note
  none | ¿Alguien le ha apretado el cuello alguna vez?
* none | La empresa violó la ley de salarios.
  none | La estrangulación puede lesionar el cuello sin dejar marca.
  none | Se golpeó la rodilla con la camilla.
* none | El carro quemó mucho aceite esa semana.
  alert-family | Llame de inmediato a la madre de la menor.
  alert-family | Primero avise a los padres de lo que sospecha.
* alert-family | Informe enseguida al tutor para que la niña vuelva a casa.
  none | Nunca avise a un padre que podría estar involucrado.
  none | Avise de inmediato a la doctora.
* none | La línea estatal decide cuándo se entera un familiar.
  reunite-family | La meta es reunir a la niña con su familia.
  reunite-family | Procure que el menor regrese con sus padres.
* none | Volver con la familia es una decisión de protección infantil.
  confront | Confronte al hombre que le guarda el teléfono.
  confront | Encare al acompañante por los moretones.
* none | No confronte al acompañante.
  training-mandate | La ley de Missouri exige esta capacitación.
  training-mandate | Este curso es obligatorio por ley en Missouri.
* none | La ley de Missouri exige reportar la sospecha de abuso infantil.
  none | Ninguna ley de Missouri que hayamos encontrado exige este curso.
  credit-claim | Con este módulo gana dos créditos de educación continua.
* none | El certificado no otorga créditos de educación continua.
  confidentiality-promise | Dígale que todo lo que cuente quedará entre ustedes.
  confidentiality-promise | Asegúrele que nada saldrá de este cuarto.
* none | Explique primero lo que no puede guardar en secreto.
  disclosure-price | Ofrezca ayuda solo cuando la paciente lo cuente.
  disclosure-price | Tiene que decirle qué pasó para que pueda ayudarla.
* none | La ayuda no depende de lo que cuente el paciente.
  outdated-fact | Llame al NHTRC.
  outdated-fact | La trata es la tercera industria criminal más grande del mundo.
* none | La ley del cartel aún usa el nombre antiguo de la línea.
  none | El sistema guarda una copia y libera espacio cada noche.
  none | El cine muestra secuestros, y casi nunca empieza así.
* none | Informe al paciente de inmediato cuando lleguen los resultados.
  none | La trabajadora llamó a su madre al terminar la consulta.
  none | Una costilla rota duele al respirar, y la vida diaria se vuelve lenta.
* none | El pago del cien por ciento lo cubre el plan.
  none | Diga a los padres primero cómo funciona la prueba de audición del recién nacido.
`
